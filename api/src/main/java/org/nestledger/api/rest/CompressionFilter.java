package org.nestledger.api.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers in gzip whoever accepts it. The web server's own compression leaves an answer with a strong tag as it is; this one
 * gives the compressed bytes a tag of their own. Comes before everything that may answer.
 */
@Component
@Order(CompressionFilter.FIRST)
final class CompressionFilter extends OncePerRequestFilter {

    static final int FIRST = -1000;

    private static final String ANSWER = CompressionFilter.class.getName() + ".answer";

    private final AnswerCache answers;

    CompressionFilter(AnswerCache answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ANSWER) instanceof CompressedAnswer begun) {
            chain.doFilter(request, response);
            finish(request, begun);
            return;
        }
        boolean accepted = Gzip.isAccepted(request);
        HttpServletRequest asked = accepted ? new PlainTags(request) : request;
        CompressedAnswer answer = new CompressedAnswer(request, response, accepted, answers);
        request.setAttribute(ANSWER, answer);
        chain.doFilter(asked, answer);
        finish(asked, answer);
    }

    /** What goes on in another thread is finished there. */
    private void finish(HttpServletRequest request, CompressedAnswer answer) throws IOException {
        if (!isAsyncStarted(request)) {
            answer.finish();
        }
    }
}
