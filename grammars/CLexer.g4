/*
 * The words of C: C89 to C23 with GNU extensions, after preprocessing.
 *
 * The lexer cannot fail: what is no token of C becomes UNKNOWN, and an unclosed string or comment ends with its line or
 * with the text. That also keeps it linear.
 */
lexer grammar CLexer;

// Given by the Tagger (see there) to tokens of other types, so that the parser decides by one token.
tokens {
  DROPPED,          // attribute or macro that stands for one: the parser never sees it
  TYPE_NAME,        // identifier that names a type
  TYPE_MACRO,       // LIST_HEAD in: LIST_HEAD(, node) head;
  TYPE_OPEN,        // parenthesis of a cast
  LITERAL_OPEN,     // first parenthesis of a compound literal
  BLOCK_OPEN,       // parenthesis of a statement expression
  OPERAND_OPEN,     // parenthesis of: asm("" : "=r" (operand))
  SIZEOF_TYPE,      // sizeof in: sizeof (type)
  ELVIS,            // question mark of: a ?: b
  LABEL,            // identifier before a colon that is a label or an old designator
  STRING_NAME,      // PRIu64 in: "%" PRIu64 "\n"
  STRING_MACRO,     // STR in: "a" STR(x) "b"
  LOOP_MACRO,       // list_for_each in: list_for_each(a, b) statement
  LOOP_WORD,        // forever in: forever { ... }
  STATEMENT_MACRO,  // FOO in: FOO(x) without a semicolon
  STATEMENT_WORD,   // FOO in: FOO without a semicolon
  STATEMENTS_OPEN,  // parenthesis before statements that are a macro's argument
  STATEMENTS_COMMA, // comma before statements that are a macro's argument
  OPERATOR          // operator that is a macro's argument
}

// Storage classes and function specifiers
TYPEDEF   : 'typedef' ;
STATIC    : 'static' ;
STORAGE   : 'extern' | 'auto' | 'register' | 'constexpr' | '_Thread_local' | 'thread_local' | '__thread'
          | 'inline' | '__inline' | '__inline__' | '_Noreturn' ;

// Qualifiers
VOLATILE  : 'volatile' | '__volatile' | '__volatile__' ;
QUALIFIER : 'const' | '__const' | '__const__' | 'restrict' | '__restrict' | '__restrict__' ;
ATOMIC    : '_Atomic' ;

// Types
BASE_TYPE : 'void' | 'char' | 'short' | 'int' | 'long' | 'float' | 'double'
          | 'signed' | '__signed' | '__signed__' | 'unsigned' | '_Bool' | 'bool' | '_Complex' | '__complex__' | '_Imaginary'
          | '__int128' | '__int128_t' | '__uint128_t' | '__float128' | '_Float16' | '_Float32' | '_Float64' | '_Float128'
          | '_Decimal32' | '_Decimal64' | '_Decimal128' | '__auto_type' | '__builtin_va_list' ;
BIT_INT   : '_BitInt' ;
STRUCT    : 'struct' | 'union' ;
ENUM      : 'enum' ;
TYPEOF    : 'typeof' | '__typeof' | '__typeof__' | 'typeof_unqual' ;

// Statements
IF          : 'if' ;
ELSE        : 'else' ;
WHILE       : 'while' ;
DO          : 'do' ;
FOR         : 'for' ;
SWITCH      : 'switch' ;
CASE        : 'case' ;
DEFAULT     : 'default' ;
GOTO        : 'goto' ;
BREAK       : 'break' ;
CONTINUE    : 'continue' ;
RETURN      : 'return' ;
ASM         : 'asm' | '__asm' | '__asm__' ;
LOCAL_LABEL : '__label__' ;

// Operators that are words
SIZEOF   : 'sizeof' ;
OFFSETOF : 'offsetof' | '__builtin_offsetof' ;
VA_ARG   : 'va_arg' | '__builtin_va_arg' ;
GENERIC  : '_Generic' ;

// Words that the analysis has no use for; they and their parentheses are dropped before the parser
EXTENSION : '__extension__' ;
ATTRIBUTE : '__attribute__' | '__attribute' | '_Alignas' | 'alignas' | '__declspec' ;

IDENTIFIER : [a-zA-Z_$\u0080-\u00FF] [a-zA-Z0-9_$\u0080-\u00FF]* ;

// Before integers, of which the exponent would be a suffix.
FLOAT
  : [0-9]* '.' [0-9]+ EXPONENT? SUFFIX?
  | [0-9]+ '.' EXPONENT? SUFFIX?
  | [0-9]+ EXPONENT SUFFIX?
  | '0' [xX] [0-9a-fA-F]* '.'? [0-9a-fA-F]* [pP] [+-]? [0-9]+ SUFFIX?
  ;
INTEGER
  : '0' [xX] [0-9a-fA-F]+ SEPARATED* SUFFIX?
  | '0' [bB] [01]+ SEPARATED* SUFFIX?
  | [0-9]+ SEPARATED* SUFFIX?
  ;
CHARACTER : ('L' | 'u' | 'U' | 'u8')? '\'' (~['\\\r\n] | '\\' .)* '\''? ;
STRING    : ('L' | 'u' | 'U' | 'u8')? '"' (~["\\\r\n] | '\\' .)* '"'? ;

L_PAREN   : '(' ;
R_PAREN   : ')' ;
L_BRACE   : '{' | '<%' ;
R_BRACE   : '}' | '%>' ;
L_BRACKET : '[' | '<:' ;
R_BRACKET : ']' | ':>' ;
SEMICOLON : ';' ;
COMMA     : ',' ;
COLON     : ':' ;
QUESTION  : '?' ;
DOT       : '.' ;
ARROW     : '->' ;
ELLIPSIS  : '...' ;

ASSIGN        : '=' ;
STAR_ASSIGN   : '*=' ;
SLASH_ASSIGN  : '/=' ;
PERCENT_ASSIGN: '%=' ;
PLUS_ASSIGN   : '+=' ;
MINUS_ASSIGN  : '-=' ;
SHL_ASSIGN    : '<<=' ;
SHR_ASSIGN    : '>>=' ;
AND_ASSIGN    : '&=' ;
XOR_ASSIGN    : '^=' ;
OR_ASSIGN     : '|=' ;

OR_OR         : '||' ;
AND_AND       : '&&' ;
OR            : '|' ;
XOR           : '^' ;
AND           : '&' ;
EQUAL         : '==' ;
NOT_EQUAL     : '!=' ;
LESS          : '<' ;
GREATER       : '>' ;
LESS_EQUAL    : '<=' ;
GREATER_EQUAL : '>=' ;
SHL           : '<<' ;
SHR           : '>>' ;
PLUS          : '+' ;
MINUS         : '-' ;
STAR          : '*' ;
SLASH         : '/' ;
PERCENT       : '%' ;
NOT           : '!' ;
TILDE         : '~' ;
INCREMENT     : '++' ;
DECREMENT     : '--' ;

BLANK         : ([ \t\r\n\f\u000B] | '\\' '\r'? '\n')+ -> skip ;
COMMENT       : '/*' .*? ('*/' | EOF) -> skip ;
LINE_COMMENT  : '//' ('\\' '\r'? '\n' | ~[\r\n])* -> skip ;

UNKNOWN       : . ;

fragment SUFFIX    : [a-zA-Z_] [a-zA-Z0-9_]* ;
fragment SEPARATED : '\'' [0-9a-fA-F]+ ;
fragment EXPONENT  : [eE] [+-]? [0-9]+ ;
