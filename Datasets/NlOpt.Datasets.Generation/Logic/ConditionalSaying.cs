using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Datasets.Generation.Telling;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Logic;

/// <summary>A limit that holds if a thing is done at all, or not at all: of itself (none or at least 20), or of another (a threshold).</summary>
/// <param name="If">The thing of the condition.</param>
/// <param name="IsDone">Whether the condition is that it is done.</param>
/// <param name="Then">The limited thing.</param>
/// <param name="Limit">The limit.</param>
internal sealed record ConditionalSaying(int If, bool IsDone, int Then, SampledLimit Limit) : Saying
{
    /// <inheritdoc/>
    public override string Section => (If == Then ? "semi-continuous-" : IsDone ? "threshold-" : "threshold-unless-") + Limit.Suffix;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(Func<SampledNumber, SourcedNumber> tie) =>
        [new Statement.ConditionalLimit(new Activity(Id(If), IsDone), [new WeightedVariable(Id(Then), new SourcedNumber(1))], Limit.Tied(tie))];

    /// <inheritdoc/>
    public override void Fill(Scope scope, ProblemWords words)
    {
        ActivityWords.Fill(scope, words, If == Then ? [If] : [If, Then]);
        scope.Set("number", draft => words.Plain(draft, Limit.Number, MarkKind.Limit));
        scope.Set("some", draft => Amount(draft, Limit.Number, words));
        scope.Set("units", words.Names.Units);
        if (Limit.High is { } high) scope.Set("high", draft => Amount(draft, high, words));
    }

    private void Amount(TextDraft draft, SampledNumber number, ProblemWords words)
    {
        words.Plain(draft, number, MarkKind.Limit);
        draft.Write(" ");
        words.Names.Amount(draft, Then);
    }
}
