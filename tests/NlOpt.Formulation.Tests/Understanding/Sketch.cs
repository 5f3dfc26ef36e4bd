using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>A decoded reading made by hand: what the decoder would have decided, said in the numbers of the text.</summary>
internal sealed class Sketch
{
    private const double Sure = 0.99;

    /// <param name="text">The text; turns are cut at "||".</param>
    /// <param name="variables">The names of each variable, cut at "|".</param>
    public Sketch(string text, params string[] variables)
    {
        Source = new SourceText(new Source([.. text.Split("||")]));
        Tokens = Tokenizer.Tokenize(Source.Text);
        Spans = new TextSpans(Source, Tokens);
        var set = new VariableSet([.. variables.Select(names => (IReadOnlyList<NameKey>)[.. names.Split('|').Select(Key)])]);
        Context = new ReadingContext(new TextContext(Tokens, new int[Tokens.Length], QuantityReader.Read(Tokens)), set);
    }

    public SourceText Source { get; }

    public Token[] Tokens { get; }

    public TextSpans Spans { get; }

    public ReadingContext Context { get; }

    /// <summary>The number written so, without its signs; "#2" behind it means the second place.</summary>
    public NumberContext this[string written]
    {
        get
        {
            var parts = written.Split('#');
            return Context.Numbers.Where(number => Spans.Words(number.First, number.End) == parts[0]).ElementAt(parts.Length > 1 ? int.Parse(parts[1]) - 1 : 0);
        }
    }

    /// <summary>Coefficients by variable; an empty text for none.</summary>
    public NumberContext?[] Column(params string[] numbers) => [.. numbers.Select(number => number.Length == 0 ? null : this[number])];

    public DecodedRow Row(LimitKind kind, string number, bool isAtLeast = false, int variable = -1, NumberContext?[]? terms = null, double direction = Sure) =>
        new(kind, this[number], new TagSpan(this[number].First, this[number].End, TagKind.Limit), variable, -1, terms, isAtLeast, Sure, direction);

    public DecodedRow Multiple(string number, bool isAtLeast, int left, int right) =>
        new(LimitKind.Multiple, this[number], new TagSpan(this[number].First, this[number].End, TagKind.Parameter), left, right, null, isAtLeast, Sure, Sure);

    public DecodedRow Comparison(string word, bool isAtLeast, int left, int right)
    {
        var at = Array.FindIndex(Tokens, token => token.Lower == word);
        return new(LimitKind.Comparison, null, new TagSpan(at, at + 1, TagKind.ConstraintDirection), left, right, null, isAtLeast, Sure, Sure);
    }

    /// <summary>The reading: roles follow from the use of each number.</summary>
    public DecodedReading Reading(NumberContext?[]? objective, params DecodedRow[] rows)
    {
        var coefficients = rows.SelectMany(row => row.Terms ?? []).Concat(objective ?? []).OfType<NumberContext>().ToHashSet();
        NumberRole RoleOf(NumberContext number) =>
            coefficients.Contains(number) ? NumberRole.Coefficient
            : rows.FirstOrDefault(row => row.Number == number) is not { } row ? NumberRole.None
            : row.Kind == LimitKind.Multiple ? NumberRole.Multiple : NumberRole.Limit;
        return new DecodedReading
        {
            Context = Context,
            ObjectiveTerms = objective,
            Rows = rows,
            Roles = [.. Context.Numbers.Select(RoleOf)],
            RoleProbabilities = [.. Context.Numbers.Select(_ => Sure)],
            AttachmentProbabilities = [.. Context.Numbers.Select(_ => Sure)],
            ObjectiveProbability = Sure,
            Factors = new double[GlobalWeights.Names.Length],
        };
    }

    public AssembledReading? Assemble(DecodedReading reading, double probability = 1) => new FormulationAssembly(Source, Spans).Assemble(reading, probability);

    public ProblemFormulation Formulation(NumberContext?[]? objective, params DecodedRow[] rows) => Assemble(Reading(objective, rows))!.Formulation;

    /// <summary>The words of spans.</summary>
    public IEnumerable<string> Quotes(IEnumerable<Evidence> spans) => spans.Select(Source.Source.Quote);

    private static NameKey Key(string name)
    {
        var tokens = Tokenizer.Tokenize(name);
        return NameKey.Of(tokens, 0, tokens.Length)!;
    }
}
