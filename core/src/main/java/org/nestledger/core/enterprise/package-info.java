/** The companies behind projects, and their qualifications. */
@NullMarked
package org.nestledger.core.enterprise;

import org.jspecify.annotations.NullMarked;
