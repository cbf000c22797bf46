package io.wirecase.report.hypothesis;

/**
 * What the outcome would be if the evidence were another.
 *
 * @param what how the evidence would differ
 * @param title the evidence or group it is about
 * @param leader the explanation that would lead
 * @param disposition the disposition that would follow
 * @param flips whether leader or disposition would be another than now
 */
public record Change(What what, String title, Ranker.Ranked leader, Disposition disposition, boolean flips) {

    /** How evidence would differ. */
    public enum What {
        WITHOUT_ITEM,
        WITHOUT_GROUP,
        /** One of the exchanges that match now would break the model. */
        IF_BROKEN
    }
}
