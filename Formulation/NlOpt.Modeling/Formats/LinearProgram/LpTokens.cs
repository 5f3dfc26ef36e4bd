namespace NlOpt.Modeling;

/// <summary>The tokens of an LP file with one token of foresight, which labels and section heads need.</summary>
internal sealed class LpTokens
{
    private readonly FormatInput _input;
    private readonly LpScanner _scanner;
    private LpToken _next;

    public LpTokens(FormatInput input, LpScanner scanner)
    {
        _input = input;
        _scanner = scanner;
        Current = scanner.Next();
        _next = scanner.Next();
    }

    /// <summary>The token to be read next.</summary>
    public LpToken Current { get; private set; }

    /// <summary>True before <c>name :</c>.</summary>
    public bool AtLabel => Current.Kind == LpTokenKind.Name && _next.Kind == LpTokenKind.Colon;

    /// <summary>True before a section head and at the end of the file.</summary>
    public bool AtSectionOrEnd => Current.Kind == LpTokenKind.End || FindSection(out _) is not null;

    /// <summary>The text of a token.</summary>
    public ReadOnlySpan<char> Text(LpToken token) => _input.Text.AsSpan(token.Start, token.Length);

    /// <summary>Steps over the current token and gives it.</summary>
    public LpToken Take()
    {
        var taken = Current;
        Current = _next;
        _next = _scanner.Next();
        return taken;
    }

    /// <summary>Steps over a label and its colon.</summary>
    public string TakeLabel()
    {
        var name = Text(Take()).ToString();
        Take();
        return name;
    }

    /// <summary>Steps over a sign that compares.</summary>
    public LpTokenKind TakeOperator() => Current.IsOperator ? Take().Kind : throw Unexpected("'<=', '>=' or '='");

    /// <summary>Steps over a section head; null, without a step, when there is none here.</summary>
    public LpSection? TakeSection()
    {
        var section = FindSection(out var words);
        for (var i = 0; section is not null && i < words; i++) Take();
        return section;
    }

    /// <summary>The error that something else was expected here.</summary>
    public MalformedInputException Unexpected(string expected, string? remedy = null)
    {
        var found = Current.Kind == LpTokenKind.End ? "the end of the file" : FormatInput.Quote(Text(Current));
        return Current.Kind == LpTokenKind.Other && Text(Current) is "[" or "]" or "^"
            ? _input.Error("lp.unsupported", $"found {found}: quadratic terms are not supported", Current.At)
            : _input.Error("lp.syntax", $"expected {expected}, found {found}", Current.At, remedy);
    }

    private LpSection? FindSection(out int words)
    {
        words = 0;
        if (Current.Kind != LpTokenKind.Name || !Current.OpensLine || _next.Kind == LpTokenKind.Colon) return null;
        return LpWords.Find(Text(Current), _next is { Kind: LpTokenKind.Name, OpensLine: false } ? Text(_next) : [], out words);
    }
}
