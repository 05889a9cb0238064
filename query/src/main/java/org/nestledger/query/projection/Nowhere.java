package org.nestledger.query.projection;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nestledger.query.page.Refold;
import org.nestledger.query.page.Sums;
import org.nestledger.query.page.TableWriter;

/** Writes nothing: only whether rows can be made counts. */
enum Nowhere implements TableWriter {
    INSTANCE;

    @Override
    public void insert(String table, List<String> columns, List<@Nullable Object[]> rows) {}

    @Override
    public void refold(Refold current, Collection<String> ids) {}

    @Override
    public void sum(Sums sums, long first, long last) {}
}
