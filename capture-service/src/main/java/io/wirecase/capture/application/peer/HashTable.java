package io.wirecase.capture.application.peer;

import io.wirecase.capture.application.datagram.Datagram;
import io.wirecase.capture.application.datagram.Fit;
import io.wirecase.capture.application.dialog.ServiceNotes;
import io.wirecase.capture.application.naming.Look;
import java.util.List;

/** BitTorrent's distributed hash table (BEP 5) and its search on the local network (BEP 14). */
final class HashTable {

    private static final String SEARCH = "BT-SEARCH * HTTP/1.1";
    private static final int MAX_BYTES = 1500;
    private static final List<String> QUERIES =
            List.of("ping", "find_node", "get_peers", "announce_peer", "get", "put", "sample_infohashes");

    private HashTable() {}

    static Fit fit(Look look) {
        if (look.u8(0) == 'B') {
            return Fit.sureIf(look.starts(SEARCH));
        }
        boolean dictionary = look.starts("d1:a", "d1:r", "d1:e", "d2:ip", "d1:q", "d1:t");
        return Fit.sureIf(dictionary && look.holds("1:y1:", MAX_BYTES));
    }

    /** Messages are dictionaries; the kind, the query and the software are short strings in them. */
    static void read(Datagram datagram, ServiceNotes notes) {
        Look look = datagram.look();
        if (look.u8(0) == 'B') {
            notes.request("local search");
            return;
        }
        String text = look.text(0, Math.min(look.length(), MAX_BYTES));
        int query = text.indexOf("1:q");
        int at = text.indexOf("1:y1:");
        boolean answer = at >= 0 && text.startsWith("r", at + 5);
        String word = answer || query < 0 ? "" : word(text, query + 3);
        if (QUERIES.contains(word)) {
            notes.request(word);
        } else {
            notes.request(answer ? "response" : "other");
        }
        int software = text.lastIndexOf("1:v4:");
        if (software >= 0 && text.length() >= software + 9) {
            String code = text.substring(software + 5, software + 7);
            boolean letters = code.chars().allMatch(c -> c > ' ' && c < 0x7F);
            notes.detail("software code", letters ? code : "");
        }
    }

    /** A string after its length in decimal digits and a colon. */
    private static String word(String text, int at) {
        int colon = text.indexOf(':', at);
        if (colon < 0 || colon - at > 2 || colon == at) {
            return "";
        }
        int length = 0;
        for (int i = at; i < colon; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return "";
            }
            length = length * 10 + text.charAt(i) - '0';
        }
        return text.substring(colon + 1, Math.min(text.length(), colon + 1 + length));
    }
}
