// The shared sheet for shadow roots: `static styles = [base, css`…`]`. One source, base.css.
import { unsafeCSS } from 'lit';
import text from './base.css?inline';

export const base = unsafeCSS(text);
