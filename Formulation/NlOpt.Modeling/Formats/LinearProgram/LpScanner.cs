namespace NlOpt.Modeling;

/// <summary>Cuts an LP file into tokens; comments go to the notes, or name the problem.</summary>
internal sealed class LpScanner(FormatInput input, FormatNotes notes)
{
    /// <summary>How CPLEX writes the name of a model into a comment.</summary>
    public const string ProblemName = "Problem name:";

    private readonly string _text = input.Text;
    private int _position;
    private int _line = 1;
    private int _lineStart;
    private bool _opensLine = true;

    /// <summary>The name from a comment <c>\Problem name: NAME</c>; null when there is none so far.</summary>
    public string? ModelName { get; private set; }

    /// <summary>The next token; <see cref="LpTokenKind.End"/> for ever at the end of the text.</summary>
    public LpToken Next()
    {
        SkipBlanksAndComments();
        var at = new TextPosition(_line, _position - _lineStart + 1);
        var opensLine = _opensLine;
        _opensLine = false;
        var start = _position;
        if (start == _text.Length) return new(LpTokenKind.End, start, 0, 0, at, true);
        var number = 0.0;
        var kind = _text[start] switch
        {
            '+' => Take(LpTokenKind.Plus, 1),
            '-' => Peek(1) == '>' ? Take(LpTokenKind.Arrow, 2) : Take(LpTokenKind.Minus, 1),
            '*' => Take(LpTokenKind.Times, 1),
            ':' => Take(LpTokenKind.Colon, 1),
            '<' => Take(LpTokenKind.LessOrEqual, Peek(1) == '=' ? 2 : 1),
            '>' => Take(LpTokenKind.GreaterOrEqual, Peek(1) == '=' ? 2 : 1),
            '=' => Peek(1) switch
            {
                '<' => Take(LpTokenKind.LessOrEqual, 2),
                '>' => Take(LpTokenKind.GreaterOrEqual, 2),
                _ => Take(LpTokenKind.Equal, 1),
            },
            >= '0' and <= '9' or '.' => TakeNumber(at, out number),
            var c when MayStartName(c) => TakeName(),
            _ => Take(LpTokenKind.Other, 1),
        };
        return new(kind, start, _position - start, number, at, opensLine);
    }

    /// <summary>Whether a name may begin so: neither digit nor point nor separator, because <c>12,34</c> must not become 12 times <c>,34</c>.</summary>
    private static bool MayStartName(char c) => MayContinueName(c) && !char.IsAsciiDigit(c) && c is not ('.' or ',' or ';');

    private static bool MayContinueName(char c) =>
        !char.IsWhiteSpace(c) && c is not ('+' or '-' or '*' or '^' or '<' or '>' or '=' or ':' or '[' or ']' or '\\');

    private void SkipBlanksAndComments()
    {
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c == '\n')
            {
                _line++;
                _lineStart = _position + 1;
                _opensLine = true;
            }
            else if (c == '\\')
            {
                var end = _text.IndexOf('\n', _position);
                if (end < 0) end = _text.Length;
                TakeComment(_text.AsSpan(_position + 1, end - _position - 1));
                _position = end - 1;
            }
            else if (!char.IsWhiteSpace(c))
            {
                return;
            }
        }
    }

    private void TakeComment(ReadOnlySpan<char> comment)
    {
        var at = new TextPosition(_line, _position - _lineStart + 1);
        comment = comment.Trim();
        if (ModelName is null && comment.StartsWith(ProblemName, StringComparison.OrdinalIgnoreCase))
        {
            var name = comment[ProblemName.Length..].Trim();
            if (!name.IsEmpty) ModelName = name.ToString();
        }
        else
        {
            notes.Take(comment, at);
        }
    }

    private LpTokenKind TakeNumber(TextPosition at, out double number)
    {
        var start = _position;
        SkipDigits();
        if (Peek(0) == '.')
        {
            _position++;
            SkipDigits();
        }

        // An exponent counts only with its digits: in "3 e" and "3e" the e is a name.
        var exponent = Peek(0) is 'e' or 'E' ? Peek(1) is '+' or '-' ? 2 : 1 : 0;
        if (exponent > 0 && char.IsAsciiDigit(Peek(exponent)))
        {
            _position += exponent;
            SkipDigits();
        }

        var text = _text.AsSpan(start, _position - start);
        if (!NumberText.TryParse(text, out number))
            throw input.Error("lp.number", $"{FormatInput.Quote(text)} is no number or too large for one", at, "numbers go up to about 1.8e308");
        return LpTokenKind.Number;
    }

    private LpTokenKind TakeName()
    {
        while (_position < _text.Length && MayContinueName(_text[_position])) _position++;
        return LpTokenKind.Name;
    }

    private LpTokenKind Take(LpTokenKind kind, int length)
    {
        _position += length;
        return kind;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0))) _position++;
    }

    private char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';
}
