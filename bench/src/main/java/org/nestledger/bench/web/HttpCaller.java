package org.nestledger.bench.web;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.nestledger.bench.Caller;

/** Gets one address over and over through one connection that is kept. */
final class HttpCaller implements Caller {

    private static final Timeout PATIENCE = Timeout.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final HttpRequester requester = RequesterBootstrap.bootstrap().create();
    private final HttpHost host;
    private final String path;
    private final boolean gzip;
    private final @Nullable String tag;

    HttpCaller(int port, String path) {
        this(port, path, false, null);
    }

    /**
     * @param gzip whether it is accepted
     * @param tag the tag of the answer that is known already
     */
    HttpCaller(int port, String path, boolean gzip, @Nullable String tag) {
        this.gzip = gzip;
        host = new HttpHost("http", "127.0.0.1", port);
        this.path = path;
        this.tag = tag;
    }

    @Override
    public boolean call() throws Exception {
        try (ClassicHttpResponse response = send(path)) {
            EntityUtils.consume(response.getEntity());
            if (response.getCode() != (tag == null ? OK : NOT_MODIFIED)) {
                throw new IOException(path + " was answered " + response.getCode());
            }
            return true;
        }
    }

    String text(String other) throws Exception {
        try (ClassicHttpResponse response = send(other)) {
            return EntityUtils.toString(response.getEntity());
        }
    }

    /** The strong tag of an answer. */
    String tag(String other) throws Exception {
        try (ClassicHttpResponse response = send(other)) {
            EntityUtils.consume(response.getEntity());
            return response.getHeader("ETag").getValue();
        }
    }

    private ClassicHttpResponse send(String target) throws Exception {
        ClassicRequestBuilder request = ClassicRequestBuilder.get(target).setHttpHost(host);
        if (gzip) {
            request.addHeader("Accept-Encoding", "gzip");
        }
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        return requester.execute(host, request.build(), PATIENCE, HttpCoreContext.create());
    }

    @Override
    public void close() {
        requester.close(CloseMode.GRACEFUL);
    }
}
