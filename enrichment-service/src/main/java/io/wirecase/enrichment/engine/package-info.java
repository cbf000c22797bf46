/** From alert to enriched alert: a pure function of the alert and the data files. Imports intel and recogniser. */
@NullMarked
package io.wirecase.enrichment.engine;

import org.jspecify.annotations.NullMarked;
