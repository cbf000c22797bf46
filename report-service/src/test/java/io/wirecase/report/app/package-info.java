/** What holds for everything the service's catalogs list. */
@NullMarked
package io.wirecase.report.app;

import org.jspecify.annotations.NullMarked;
