// What may stand behind #if: a constant expression (C11 6.6 and 6.10.1) with the calls that compilers and kernels add to it.
grammar Condition;

condition
    : expression EOF
    ;

expression
    : '(' expression ')'                                                        # parenthesised
    | DEFINED name=NAME                                                         # defined
    | DEFINED '(' name=NAME ')'                                                 # defined
    | function=NAME '(' arguments ')'                                           # call
    | NAME                                                                      # name
    | NUMBER                                                                    # number
    | CHARACTER                                                                 # character
    | operator=('!' | '-' | '+' | '~') operand=expression                       # unary
    | left=expression operator=('*' | '/' | '%') right=expression               # binary
    | left=expression operator=('+' | '-') right=expression                     # binary
    | left=expression operator=('<<' | '>>') right=expression                   # binary
    | left=expression operator=('<' | '>' | '<=' | '>=') right=expression       # binary
    | left=expression operator=('==' | '!=') right=expression                   # binary
    | left=expression operator='&' right=expression                             # binary
    | left=expression operator='^' right=expression                             # binary
    | left=expression operator='|' right=expression                             # binary
    | left=expression operator='&&' right=expression                            # binary
    | left=expression operator='||' right=expression                            # binary
    | <assoc=right> test=expression '?' yes=expression ':' no=expression        # choice
    ;

// Whatever is balanced: __has_include(<linux/mm.h>), __has_attribute(x), IS_ENABLED(CONFIG_X), KERNEL_VERSION(5,9,0).
arguments
    : (~('(' | ')') | '(' arguments ')')*
    ;

DEFINED
    : 'defined'
    ;

NAME
    : [a-zA-Z_$\u0080-\u00FF] [a-zA-Z0-9_$\u0080-\u00FF]*
    ;

NUMBER
    : [0-9] [a-zA-Z0-9_.]*
    ;

CHARACTER
    : '\'' (~['\\\r\n] | '\\' ~[\r\n])+ '\''
    ;

STRING
    : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"'
    ;

// A dot or slash tells a header's name from two comparisons.
HEADER
    : '<' [a-zA-Z0-9_+-]* [./] [a-zA-Z0-9_+./-]* '>'
    ;

BLANK
    : ([ \t\r\n\f\u000B\u0000] | '\\' '\r'? '\n' | '/*' .*? '*/' | '//' ~[\n]*) -> skip
    ;

OTHER
    : .
    ;
