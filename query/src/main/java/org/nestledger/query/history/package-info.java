/** Every event by what it is about, and which events were reversed. */
@NullMarked
package org.nestledger.query.history;

import org.jspecify.annotations.NullMarked;
