using System.Collections.Immutable;
using NlOpt.Datasets;

namespace NlOpt.Evaluation;

/// <summary>
/// The canonical form of the official metric, quirks and all: every row starts as ones, so what a declaration does not name stays 1; the
/// objective ignores its sense; numbers are read as <see cref="Nl4OptNumber.OfficialValue"/>. For that score only: solving and comparing
/// use the semantic form.
/// </summary>
internal sealed class OfficialCanonicalizer(Nl4OptProblem problem)
{
    private int Count => problem.VariableCount;

    /// <summary>The objective vector, one entry a column.</summary>
    public ImmutableArray<double> Objective(Nl4OptObjective objective)
    {
        var vector = new double[Count];
        switch (objective)
        {
            case Nl4OptObjective.Weighted(_, _, _, var terms):
                foreach (var (mention, number) in terms) vector[Column(mention)] = Nl4OptNumber.OfficialValue(number);
                break;
            case Nl4OptObjective.Count(_, _, _, var mentions):
                foreach (var mention in mentions) vector[Column(mention)] = 1;
                break;
        }

        return [.. vector];
    }

    /// <summary>A row as <c>coefficients &lt;= limit</c>: one entry a column, the limit last.</summary>
    public ImmutableArray<double> Row(Nl4OptConstraint constraint)
    {
        var row = Enumerable.Repeat(1.0, Count + 1).ToArray();
        switch (constraint)
        {
            case Nl4OptConstraint.Sum sum:
                row[Count] = Nl4OptNumber.OfficialValue(sum.Limit);
                break;
            case Nl4OptConstraint.UpperBound bound:
                Single(bound.Mention, bound.Limit);
                break;
            case Nl4OptConstraint.LowerBound bound:
                Single(bound.Mention, bound.Limit);
                break;
            case Nl4OptConstraint.Linear linear:
                foreach (var (mention, number) in linear.Terms) row[Column(mention)] = Nl4OptNumber.OfficialValue(number);
                row[Count] = Nl4OptNumber.OfficialValue(linear.Limit);
                break;
            case Nl4OptConstraint.Ratio ratio:
                var share = Nl4OptNumber.OfficialValue(ratio.Limit);
                Array.Fill(row, -share);
                row[Column(ratio.Mention)] = 1 - share;
                row[Count] = 0;
                break;
            case Nl4OptConstraint.Multiple multiple:
                Array.Clear(row);
                row[Column(multiple.YMention)] = -Nl4OptNumber.OfficialValue(multiple.Parameter);
                row[Column(multiple.XMention)] = 1;
                break;
            case Nl4OptConstraint.Comparison comparison:
                row[Column(comparison.YMention)] = -1;
                row[Column(comparison.XMention)] = 1;
                break;
        }

        if (constraint.Operator == Nl4OptOperator.GreaterOrEqual)
            for (var index = 0; index <= Count; index++) row[index] = -row[index];
        return [.. row];

        void Single(string mention, string limit)
        {
            Array.Clear(row);
            row[Column(mention)] = 1;
            row[Count] = Nl4OptNumber.OfficialValue(limit);
        }
    }

    private int Column(string mention) => problem.ColumnOf(mention) ?? ClosestColumn(problem, mention);

    /// <summary>The column of the mention most like a name; of equally close ones the first.</summary>
    internal static int ClosestColumn(Nl4OptProblem problem, string name) =>
        problem.Mentions.MaxBy(mention => SequenceSimilarity.Ratio(mention.Text, name)).Column;
}
