package io.wirecase.core.wire;

/** Encodes a record member by member in the order they are declared. */
final class RecordPacker implements ValuePacker {

    private MemberPacker[] members = {};

    void members(MemberPacker... all) {
        members = all;
    }

    @Override
    public void pack(Object value, SmileBytes out) {
        out.beginObject();
        for (MemberPacker member : members) {
            member.pack(value, out);
        }
        out.endObject();
    }
}
