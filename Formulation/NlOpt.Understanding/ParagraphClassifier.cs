using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Paragraphs;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using NlOpt.Understanding.Weights;

namespace NlOpt.Understanding;

/// <summary>
/// Tells what kind of goal or rule one paragraph of one to three sentences states, without a whole problem around it: the classes of Li, Zhang
/// and Mak-Hau (2023) and the templates beyond them. Safe for use by several threads at once.
/// </summary>
/// <remarks>
/// Rules of language decide, with the reader's own tags, names and limit decisions; nothing is trained for it. The text is untrusted.
/// </remarks>
/// <param name="weights">What the reader has learned.</param>
public sealed class ParagraphClassifier(ReaderWeights weights)
{
    private const int LongestText = 2000;

    private readonly ReaderModels _models = (weights ?? throw new ArgumentNullException(nameof(weights))).Models;
    private readonly VariableSetSelector _selector = new(weights.Models.NamePair);

    /// <summary>A classifier with the weights that come with the reader.</summary>
    public ParagraphClassifier()
        : this(ReaderWeights.Default)
    {
    }

    /// <summary>Classifies a paragraph.</summary>
    /// <param name="text">The paragraph.</param>
    /// <returns>
    /// What it says; or errors: <c>read.empty</c> (no words), <c>read.too-long</c> (more than 2,000 characters), <c>read.no-rule</c> (it states
    /// neither a goal nor a rule).
    /// </returns>
    public Result<ParagraphReading> Classify(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return Failure("read.too-long", $"the paragraph has {text.Length} characters, more than {LongestText}",
                "give one goal or rule at a time");
        var tokens = Tokenizer.Tokenize(text);
        if (!Array.Exists(tokens, token => token.IsWord)) return Failure("read.empty", "the paragraph has no words", "say one goal or rule");
        var quantities = QuantityReader.Read(tokens);
        var labels = _models.Tagger.Label(tokens);
        var context = new TextContext(tokens, labels, quantities);
        if (GoalRule.StatesGoal(tokens)) return Result.Success(new ParagraphReading(Template.Objective, null, []));
        var proposed = _selector.Propose(tokens, labels, quantities);
        if (LogicRule.Read(context, proposed) is { } logic) return Result.Success(logic);
        if (LimitRule.Read(context) is not { } template)
            return Failure("read.no-rule", "the paragraph states neither a goal nor a rule",
                "say what is wanted, or what is limited and by how much");
        return Result.Success(Stated(text, context, proposed, template));
    }

    /// <summary>The reading with its statement, where the learned decisions read one of that kind.</summary>
    private ParagraphReading Stated(string text, TextContext context, List<ScoredVariableSet> proposed, Template template)
    {
        var source = new SourceText(Source.Of(text));
        var assembly = new FormulationAssembly(source, new TextSpans(source, context.Tokens));
        foreach (var ranked in Ranking.Rank(new Decoder(_models.Decisions).Decode(context, proposed), _models.Global))
        {
            if (assembly.Assemble(ranked.Reading, ranked.Share) is not { Formulation: var formulation }) continue;
            if (formulation.Statements.FirstOrDefault(statement => Template.Of(statement) == template) is { } statement)
                return new ParagraphReading(template, statement, [.. formulation.Variables.Select(variable => variable.Name)]);
        }

        return new ParagraphReading(template, null, []);
    }

    private static Result<ParagraphReading> Failure(string code, string message, string remedy) =>
        Result.Failure<ParagraphReading>(Diagnostic.Error(code, message, remedy: remedy));
}
