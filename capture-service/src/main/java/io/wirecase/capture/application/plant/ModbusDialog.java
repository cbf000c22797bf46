package io.wirecase.capture.application.plant;

import io.wirecase.capture.application.dialog.Around;
import io.wirecase.capture.application.dialog.FramedDialog;
import io.wirecase.capture.application.dialog.StreamProtocol;
import io.wirecase.capture.application.naming.Look;
import io.wirecase.capture.application.stream.ByteReader;
import io.wirecase.capture.application.stream.Chunk;
import io.wirecase.capture.application.stream.Verdict;
import io.wirecase.core.net.Party;
import java.util.Map;

/** Modbus over TCP: which functions are called of which unit, and the exceptions it answers with. */
public final class ModbusDialog extends FramedDialog {

    private static final int PORT = 502;
    private static final int HEADER = 6;
    private static final int FUNCTION_AT = 7;
    private static final int MAX_LENGTH = 254;
    private static final int EXCEPTION = 0x80;

    private static final Map<Integer, String> FUNCTIONS = Map.ofEntries(
            Map.entry(1, "Read Coils"),
            Map.entry(2, "Read Discrete Inputs"),
            Map.entry(3, "Read Holding Registers"),
            Map.entry(4, "Read Input Registers"),
            Map.entry(5, "Write Single Coil"),
            Map.entry(6, "Write Single Register"),
            Map.entry(7, "Read Exception Status"),
            Map.entry(8, "Diagnostics"),
            Map.entry(11, "Get Comm Event Counter"),
            Map.entry(15, "Write Multiple Coils"),
            Map.entry(16, "Write Multiple Registers"),
            Map.entry(17, "Report Server ID"),
            Map.entry(20, "Read File Record"),
            Map.entry(21, "Write File Record"),
            Map.entry(22, "Mask Write Register"),
            Map.entry(23, "Read/Write Multiple Registers"),
            Map.entry(43, "Encapsulated Interface Transport"));

    /** How Modbus is told: by its header on its port. */
    public static final StreamProtocol PROTOCOL = new StreamProtocol(
            "Modbus", StreamProtocol.any(), ModbusDialog::starts, (look, around) -> new ModbusDialog(look, around));

    private final Party client;

    private ModbusDialog(Look look, Around around) {
        super("Modbus", MAX_LENGTH + HEADER, around);
        client = look.from(PORT) ? look.side().other() : look.side();
    }

    private static Verdict starts(Look look) {
        if (!look.port(PORT) || look.length() > 3 && look.u16(2) != 0) {
            return Verdict.NO;
        }
        if (look.length() <= FUNCTION_AT) {
            return Verdict.MORE;
        }
        boolean length = look.u16(4) >= 2 && look.u16(4) <= MAX_LENGTH;
        return Verdict.of(length && FUNCTIONS.containsKey(look.u8(FUNCTION_AT) & ~EXCEPTION));
    }

    @Override
    protected long measure(Party sender, ByteReader seen) {
        if (seen.length() < HEADER) {
            return 0;
        }
        seen.skip(2);
        int protocol = seen.u16();
        int length = seen.u16();
        return protocol == 0 && length >= 2 && length <= MAX_LENGTH ? HEADER + length : -1;
    }

    @Override
    protected void message(Party sender, ByteReader kept, long length, Chunk at) {
        kept.skip(HEADER);
        int unit = kept.u8();
        int function = kept.u8();
        String name = FUNCTIONS.get(function & ~EXCEPTION);
        if (kept.overrun() || name == null) {
            return;
        }
        understood();
        if (sender == client) {
            service.request(name);
            service.detail("unit", Integer.toString(unit));
        } else if ((function & EXCEPTION) != 0) {
            service.latest("exception", Integer.toString(kept.u8()));
        }
    }
}
