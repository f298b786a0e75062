/*
 * One function definition of C, C89 to C23 with GNU extensions and with the macros that stay unexpanded.
 *
 * Whether a word is a type, a label or a macro with a syntax of its own is settled on the tokens before (the Tagger), so
 * that one token of lookahead decides everywhere here. Operators are read flat; their precedence is applied when the tree
 * is built. The rules accept more than C does: this reads programs that compile, it does not judge them.
 */
parser grammar C;

options {
  tokenVocab = CLexer;
}

function
  : signature=head body=block SEMICOLON* EOF
  ;

// Old style definitions declare their parameters between the parenthesis and the body.
head
  : type=specifiers? stars+=pointer* inner=direct oldStyle+=declaration*
  ;

// Statements

block
  : L_BRACE statements+=statement* R_BRACE
  ;

statement
  : body=block                                                         # blockStatement
  | variables=declaration                                              # declarationStatement
  | value=expression SEMICOLON                                         # expressionStatement
  | SEMICOLON                                                          # emptyStatement
  | IF test=condition then=statement (ELSE otherwise=statement)?       # ifStatement
  | WHILE test=condition body=statement                                # whileStatement
  | DO body=statement WHILE test=condition SEMICOLON                   # doStatement
  | FOR control=forHead body=statement                                 # forStatement
  | SWITCH selector=condition body=statement                           # switchStatement
  | name=LOOP_MACRO list=arguments body=statement                      # macroLoop
  | name=LOOP_WORD body=statement                                      # wordLoop
  | name=STATEMENT_MACRO list=arguments                                # macroStatement
  | name=STATEMENT_WORD                                                # wordStatement
  | CASE low=assignment (ELLIPSIS high=assignment)? COLON              # caseLabel
  | DEFAULT COLON                                                      # defaultLabel
  | name=LABEL COLON                                                   # labelStatement
  | GOTO (label=IDENTIFIER | STAR target=expression) SEMICOLON         # gotoStatement
  | BREAK SEMICOLON                                                    # breakStatement
  | CONTINUE SEMICOLON                                                 # continueStatement
  | RETURN value=expression? SEMICOLON                                 # returnStatement
  | ASM asmQualifier* (content=asmBody SEMICOLON | balanced)           # asmStatement
  | LOCAL_LABEL IDENTIFIER (COMMA IDENTIFIER)* SEMICOLON               # localLabels
  ;

// The macro of: if likely(x) ...
condition
  : L_PAREN value=expression R_PAREN
  | macro=IDENTIFIER list=arguments
  ;

forHead
  : L_PAREN (variables=declaration | first=expression? SEMICOLON) test=expression? SEMICOLON step=expression? R_PAREN
  ;

asmQualifier
  : VOLATILE
  | STORAGE
  | GOTO
  ;

// Macros stand for any part of it, operands and colons included; of interest are the operands that can be seen.
asmBody
  : L_PAREN parts+=asmPart* R_PAREN
  ;

asmPart
  : OPERAND_OPEN value=expression R_PAREN                              # asmOperand
  | L_PAREN parts+=asmPart* R_PAREN                                    # asmGroup
  | ~(L_PAREN | R_PAREN | OPERAND_OPEN | L_BRACE | R_BRACE | SEMICOLON) # asmWord
  ;

// Declarations

declaration
  : type=specifiers (items+=initDeclarator (COMMA items+=initDeclarator)*)? SEMICOLON
  ;

initDeclarator
  : target=declarator (ASM asmBody)? (ASSIGN value=initializer)?
  ;

specifiers
  : items+=specifier+
  ;

specifier
  : storage=(TYPEDEF | STATIC | STORAGE | VOLATILE | QUALIFIER | ATOMIC)   # storageSpecifier
  | (BASE_TYPE | TYPE_NAME)                                                # wordSpecifier
  | BIT_INT L_PAREN expression R_PAREN                                     # builtSpecifier
  | TYPEOF L_PAREN (typeName | expression) R_PAREN                         # builtSpecifier
  | TYPE_MACRO arguments                                                   # builtSpecifier
  | kind=(STRUCT | ENUM) (tag=IDENTIFIER balanced? | balanced)             # taggedSpecifier
  ;

// Members and enumerators do not matter inside a function.
balanced
  : L_BRACE (balanced | ~(L_BRACE | R_BRACE))* R_BRACE
  ;

typeName
  : type=specifiers shape=declarator?
  ;

declarator
  : stars+=pointer+ inner=direct?
  | inner=direct
  ;

pointer
  : STAR (QUALIFIER | VOLATILE | ATOMIC)*
  ;

direct
  : (name=IDENTIFIER | L_PAREN nested=declarator R_PAREN | first=array) suffixes+=declaratorSuffix*
  ;

declaratorSuffix
  : array                                                              # arraySuffix
  | list=parameters                                                    # functionSuffix
  ;

array
  : L_BRACKET (STATIC | QUALIFIER | VOLATILE)* expression? R_BRACKET
  ;

parameters
  : L_PAREN items+=parameter (COMMA items+=parameter)* R_PAREN
  ;

// Bare words are the names of an old style definition, or the arguments of a macro that makes a function's head.
parameter
  : type=specifiers shape=declarator?                                  # typedParameter
  | name=IDENTIFIER                                                    # bareParameter
  | ELLIPSIS                                                           # furtherParameters
  |                                                                    # missingParameter
  ;

initializer
  : list=braces
  | value=assignment
  ;

braces
  : L_BRACE items+=element (COMMA items+=element)* R_BRACE
  ;

element
  : designators+=designator+ ASSIGN? value=initializer                 # designatedElement
  | name=LABEL COLON value=initializer                                 # labelledElement
  | value=initializer                                                  # plainElement
  |                                                                    # missingElement
  ;

designator
  : DOT IDENTIFIER
  | L_BRACKET assignment (ELLIPSIS assignment)? R_BRACKET
  ;

// Expressions

expression
  : items+=assignment (COMMA items+=assignment)*
  ;

// Every operator between operands, from assignment to multiplication.
assignment
  : operands+=operand
    ( operators+=(
          ASSIGN | STAR_ASSIGN | SLASH_ASSIGN | PERCENT_ASSIGN | PLUS_ASSIGN | MINUS_ASSIGN
        | SHL_ASSIGN | SHR_ASSIGN | AND_ASSIGN | XOR_ASSIGN | OR_ASSIGN
        | OR_OR | AND_AND | OR | XOR | AND | EQUAL | NOT_EQUAL
        | LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | SHL | SHR
        | PLUS | MINUS | STAR | SLASH | PERCENT
      ) operands+=operand
    | operators+=QUESTION middles+=expression COLON operands+=operand
    | operators+=ELVIS COLON operands+=operand
    )*
  ;

operand
  : operator=(PLUS | MINUS | STAR | AND | NOT | TILDE | INCREMENT | DECREMENT) value=operand       # prefix
  | TYPE_OPEN type=typeName R_PAREN value=operand                                                  # cast
  | SIZEOF value=operand                                                                           # sizeofExpression
  | SIZEOF_TYPE L_PAREN type=typeName R_PAREN                                                      # sizeofType
  | AND_AND label=IDENTIFIER                                                                       # labelAddress
  | literal=(INTEGER | FLOAT | CHARACTER) unit=IDENTIFIER?                                         # literal
  | name=IDENTIFIER suffixes+=suffix*                                                              # name
  | value=string suffixes+=suffix*                                                                 # stringLiteral
  | L_PAREN value=expression R_PAREN suffixes+=suffix*                                             # parenthesised
  | BLOCK_OPEN body=block R_PAREN suffixes+=suffix*                                                # statementExpression
  | LITERAL_OPEN type=typeName R_PAREN list=braces suffixes+=suffix*                               # compoundLiteral
  | OFFSETOF L_PAREN type=typeName COMMA member=assignment R_PAREN                                 # offsetof
  | VA_ARG L_PAREN list=assignment COMMA type=typeName R_PAREN suffixes+=suffix*                   # vaArg
  | GENERIC L_PAREN selector=assignment (COMMA choices+=association)* R_PAREN suffixes+=suffix*    # generic
  ;

suffix
  : list=arguments                                                     # callSuffix
  | L_BRACKET index=expression R_BRACKET                               # indexSuffix
  | operator=(DOT | ARROW) field=IDENTIFIER                            # memberSuffix
  | operator=(INCREMENT | DECREMENT)                                   # stepSuffix
  ;

association
  : (typeName | DEFAULT) COLON value=assignment
  ;

string
  : stringPiece+
  ;

stringPiece
  : STRING
  | STRING_NAME
  | STRING_MACRO arguments
  ;

arguments
  : L_PAREN items+=argument (COMMA items+=argument)* (STATEMENTS_COMMA statements+=statement*)? R_PAREN   # argumentList
  | STATEMENTS_OPEN statements+=statement* R_PAREN                     # statementsArgument
  ;

// What a function may be called with, and what macros are called with besides.
argument
  : value=assignment                                                   # expressionArgument
  | type=typeName (ASSIGN value=initializer)?                          # typeArgument
  | operator=OPERATOR                                                  # operatorArgument
  | body=block                                                         # blockArgument
  |                                                                    # missingArgument
  ;
