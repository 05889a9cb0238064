/** Every report by its name, so that whoever asks for, prints or tests reports goes through all of them. */
@NullMarked
package org.nestledger.query.report.catalogue;

import org.jspecify.annotations.NullMarked;
