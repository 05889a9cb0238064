/**
 * How the log is folded into the read models: page by page by one thread of one process at a time, rows and position in one
 * transaction; and how they are built anew beside the live ones, compared and put in their place.
 */
@NullMarked
package org.nestledger.query.projection;

import org.jspecify.annotations.NullMarked;
