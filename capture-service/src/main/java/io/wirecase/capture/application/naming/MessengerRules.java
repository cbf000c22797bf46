package io.wirecase.capture.application.naming;

/**
 * Messengers and games with messages of their own over TCP. None is documented by its maker: what is here is the frame
 * around the messages, as it was seen to be the same in all of them.
 */
final class MessengerRules {

    private static final int DINGTALK_HEADER = 4;

    private MessengerRules() {}

    /** Messages that begin with their length, lowest byte first; then a number, a kind and flags. */
    static boolean viber(Look look) {
        int length = look.u8(0) | look.u8(1) << 8;
        boolean opens = look.u16(6) == 0xFCFF && look.u8(9) == 0x80;
        boolean goesOn = look.u16(4) == 0x0380 && look.u8(10) == 0x0A;
        return length >= 11 && length <= look.length() && (opens || goesOn);
    }

    /**
     * A head that tells how long the rest is, then fields of a tag, a length and a value that fill it, of which the
     * first two are a version and the product's two letters.
     */
    static boolean dingTalk(Look look) {
        boolean head = look.u8(0) == 0x10 && look.u8(1) == look.length() - DINGTALK_HEADER;
        boolean product = look.u8(4) == 1 && look.u16(5) == 1 && look.u24(8) == 0x020002 && look.has(11, "dk");
        int at = DINGTALK_HEADER;
        while (head && product && at < look.length()) {
            int length = look.u16(at + 1);
            if (length < 0) {
                return false;
            }
            at += 3 + length;
        }
        return head && product && at == look.length();
    }

    /** Three frames that Tencent's libraries for games put around messages: a magic, then a version, kind or length. */
    static boolean tencentGames(Look look) {
        boolean gateway = look.u16(0) == 0x3366 && look.u16(2) == 0x000B && look.u16(4) == 0x000B;
        boolean asked = look.u16(0) == 0x4366 && look.u16(2) == 0xAA00 && look.u32(12) == 0x10E68601L;
        boolean told = look.u32(0) == 0xAA000000L && look.u32(10) == 0x10E68601L;
        return look.length() > 50 && (gateway || asked || told || numbered(look));
    }

    /** A magic, a kind from 1001 on, four bytes that vary, and a length of what follows, before or behind them. */
    private static boolean numbered(Look look) {
        boolean kind = look.u16(4) > 1000 && look.u16(4) < 1100;
        boolean length = look.u16(8) == look.length() - 10 || look.u16(10) == look.length() - 12;
        return look.u32(0) == 0x4215F787L && kind && length;
    }
}
