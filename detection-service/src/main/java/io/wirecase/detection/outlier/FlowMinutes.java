package io.wirecase.detection.outlier;

import io.wirecase.core.flow.Activity.Minute;
import java.util.List;

/**
 * What one flow added to minutes of one bucket.
 *
 * @param minutes its minutes, since 1970
 */
record FlowMinutes(List<Minute> minutes) {}
