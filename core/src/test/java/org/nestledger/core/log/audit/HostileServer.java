package org.nestledger.core.log.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that answers each request as the test says, which no library for servers would let it do. */
final class HostileServer implements AutoCloseable {

    private final ServerSocket socket;

    /** Writes an answer, from its status line on; the connection is closed when it returns. */
    interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    /** The same for the path that was asked for. */
    interface AnswerTo {
        void write(String path, OutputStream out) throws IOException, InterruptedException;
    }

    HostileServer(Answer answer) {
        this((_, out) -> answer.write(out));
    }

    HostileServer(AnswerTo answer) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(answer));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/log";
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void accept(AnswerTo answer) {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client, answer));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void answer(Socket client, AnswerTo answer) {
        try (client) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String line = request.readLine();
            String path = line == null ? "" : line.split(" ", 3)[1];
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            answer.write(path, client.getOutputStream());
        } catch (IOException gone) {
            // The client has had enough, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
