// The elements of the first screen. Everything else is loaded when somebody comes near it (hw-part.js).
import '../elements/hw-answer.js';
import '../elements/hw-place-picker.js';
import './hw-part.js';
import './hw-app.js';
