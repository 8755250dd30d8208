// Starts the page: words first, then the elements that speak them. Without this file the HTML still says what it can.
import { speak } from './words/browser.js';
import { languageWanted } from './app/language.js';

speak(languageWanted(location.hash, navigator.languages)).then(() => import('./app/start.js'));
