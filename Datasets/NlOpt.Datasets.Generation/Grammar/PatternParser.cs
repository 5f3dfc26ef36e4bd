using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Grammar;

/// <summary>
/// Parses phrase patterns: <c>[one|other|]</c> chooses, <c>{slot}</c> and <c>{slot:argument}</c> are filled, <c>@section</c> is a phrase of another
/// section, <c>&lt;at most&gt;</c> are words of direction, <c>a(n)</c> is an article, <c>^</c> makes the
/// next letter a capital one, <c>#name#</c> notes a phenomenon.
/// </summary>
internal sealed class PatternParser
{
    private readonly string _pattern;
    private int _at;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="InvalidDataException">It is malformed; the message quotes it.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern
            .Replace("a(n)", Drafts.TextDraft.Article.ToString(), StringComparison.Ordinal).Replace('^', Drafts.TextDraft.Capital));
        var node = parser.Sequence();
        return parser._at == parser._pattern.Length ? node : throw parser.Malformed();
    }

    private PatternNode Sequence()
    {
        var parts = ImmutableArray.CreateBuilder<PatternNode>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ']' or '>'))
        {
            parts.Add(_pattern[_at] switch
            {
                '[' => Choice(),
                '{' => Slot(),
                '<' => Direction(),
                '@' => new PatternNode.Section(Name(_at + 1)),
                '#' => Phenomenon(),
                '}' => throw Malformed(),
                _ => new PatternNode.Words(Words()),
            });
        }

        return parts.Count == 1 ? parts[0] : new PatternNode.Sequence(parts.ToImmutable());
    }

    private PatternNode.Choice Choice()
    {
        var alternatives = ImmutableArray.CreateBuilder<PatternNode>();
        do
        {
            _at++;
            alternatives.Add(Sequence());
        }
        while (_at < _pattern.Length && _pattern[_at] == '|');
        Expect(']');
        return new(alternatives.ToImmutable());
    }

    private PatternNode.Slot Slot()
    {
        var content = Until('}', _at + 1);
        var colon = content.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new(content, "") : new(content[..colon], content[(colon + 1)..]);
    }

    private PatternNode.Direction Direction()
    {
        _at++;
        var inner = Sequence();
        Expect('>');
        return new(inner);
    }

    private PatternNode.Phenomenon Phenomenon() => new(Until('#', _at + 1));

    private string Until(char end, int start)
    {
        var stop = _pattern.IndexOf(end, start);
        if (stop <= start) throw Malformed();
        _at = stop + 1;
        return _pattern[start..stop];
    }

    private string Name(int start)
    {
        _at = start;
        while (_at < _pattern.Length && (char.IsAsciiLetterOrDigit(_pattern[_at]) || _pattern[_at] == '-')) _at++;
        return _at > start ? _pattern[start.._at] : throw Malformed();
    }

    private string Words()
    {
        var start = _at;
        while (_at < _pattern.Length && !"[]|{}<>@#".Contains(_pattern[_at], StringComparison.Ordinal)) _at++;
        return _pattern[start.._at];
    }

    private void Expect(char sign)
    {
        if (_at >= _pattern.Length || _pattern[_at] != sign) throw Malformed();
        _at++;
    }

    private InvalidDataException Malformed() => new($"The pattern '{_pattern}' is malformed at character {_at + 1}.");
}
