package org.nestledger.api.rest;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nestledger.api.area.ShownAreas;
import org.nestledger.api.database.Proposal;
import org.nestledger.api.database.Refusal;
import org.nestledger.api.output.ListColumn;
import org.nestledger.api.output.ListKind;
import org.nestledger.api.output.ListOutput;
import org.nestledger.api.output.ReportFormat;
import org.nestledger.query.page.Page;
import org.nestledger.query.report.Report;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Writes lists and reports as CSV: byte for byte what the command line prints. */
final class CsvConverter extends AbstractSmartHttpMessageConverter<Object> {

    private static final Map<Class<?>, List<? extends ListColumn<?>>> COLUMNS = columns();

    CsvConverter() {
        super(MediaType.parseMediaType(Csv.TYPE));
    }

    /** An answer, and how its areas are shown. */
    record Shown(Object answer, ShownAreas areas) {}

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> answer, @Nullable MediaType mediaType) {
        return canWrite(mediaType) && (answer == Page.class || Report.class.isAssignableFrom(answer));
    }

    @Override
    protected void addDefaultHeaders(HttpHeaders headers, Object answer, @Nullable MediaType type) {
        headers.setContentType(Csv.ANSWERED);
    }

    @Override
    protected void writeInternal(
            Object answer, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        if (!(answer instanceof Shown(Object shown, ShownAreas areas))) {
            throw new HttpMessageNotWritableException("not prepared: " + answer.getClass());
        }
        PrintWriter out = new PrintWriter(new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
        if (shown instanceof Page<?> page) {
            write(page, type.as(Page.class).getGeneric(0).resolve(Object.class), areas, out);
        } else {
            ReportFormat.csv.print((Report) shown, areas, out);
        }
        out.flush();
    }

    /** The columns of a list are told by the type of its entries. */
    @SuppressWarnings("unchecked")
    private static <T> void write(Page<?> page, Class<T> entry, ShownAreas areas, PrintWriter out) {
        List<ListColumn<T>> columns = (List<ListColumn<T>>) COLUMNS.get(entry);
        if (columns == null) {
            throw new HttpMessageNotWritableException("no columns for " + entry);
        }
        ListOutput.print((List<T>) page.items(), columns, areas, ReportFormat.csv, out);
    }

    private static Map<Class<?>, List<? extends ListColumn<?>>> columns() {
        Map<Class<?>, List<? extends ListColumn<?>>> columns = new HashMap<>();
        for (ListKind kind : ListKind.values()) {
            columns.put(kind.list().type(), kind.list().columns());
        }
        columns.put(Refusal.class, RefusalController.COLUMNS);
        columns.put(Proposal.class, ProposalController.COLUMNS);
        return columns;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException();
    }
}
