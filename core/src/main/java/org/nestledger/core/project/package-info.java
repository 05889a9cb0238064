/** Investment projects: introduction, plan and investment, construction, production, withdrawal. */
@NullMarked
package org.nestledger.core.project;

import org.jspecify.annotations.NullMarked;
