// The reader of PDF files, off the page's own thread; bundled with the application, so that it also starts without a network.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
