package org.nestledger.api.rest;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.nestledger.api.runtime.Stated;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * The numbers of a request are written in digits. By itself Spring takes hexadecimal ones, too, and it asks its own editors
 * again for what a converter has refused, so that these are editors.
 */
@ControllerAdvice
final class NumbersInDigits {

    @InitBinder
    void take(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, editor(Stated::number));
        binder.registerCustomEditor(Integer.class, editor(Stated::number));
        binder.registerCustomEditor(long.class, editor(Stated::largeNumber));
        binder.registerCustomEditor(Long.class, editor(Stated::largeNumber));
    }

    private static PropertyEditorSupport editor(Function<String, ?> read) {
        return new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(read.apply(text));
            }
        };
    }
}
