package io.wirecase.detection.access;

/**
 * What went to one entity in one hour.
 *
 * @param entity a hash of the entity
 * @param hour the hour's number
 */
record Cell(long entity, long hour) implements Comparable<Cell> {

    @Override
    public int compareTo(Cell other) {
        int byEntity = Long.compareUnsigned(entity, other.entity);
        return byEntity != 0 ? byEntity : Long.compare(hour, other.hour);
    }
}
