using NlOpt.Formulation;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Clauses;

/// <summary>Gives the statements of clauses their words: the spans of their numbers and of the clauses themselves.</summary>
internal sealed class ClauseStatements(TextSpans spans, IReadOnlyList<Quantity> quantities)
{
    /// <summary>The statement of a clause with evidence.</summary>
    public Statement Of(RegularClause clause) =>
        ClauseMeaning.Map(clause.Statement, number => number with { Evidence = EvidenceOf(number) }, variable => variable) with
        {
            Evidence = [spans.Of(clause.First, clause.End)],
            Probability = clause.Statement.Probability,
        };

    private Evidence? EvidenceOf(SourcedNumber number)
    {
        if (number.Evidence is not { } tokens) return null;
        return quantities.FirstOrDefault(quantity => quantity.First == tokens.Start && quantity.End == tokens.End) is { } quantity ? spans.Number(quantity)
            : spans.Of(tokens.Start, tokens.End);
    }
}
