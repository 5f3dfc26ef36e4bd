using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Finds the places that declarations speak of: the labels repeat words of the document but do not say where they stand.</summary>
internal sealed class GoldPlaces(Nl4OptProblem problem)
{
    /// <summary>Every place of a variable's names.</summary>
    public IEnumerable<Evidence> OfColumn(int column) => problem.Mentions.Where(mention => mention.Column == column).SelectMany(mention => Find(mention.Text));

    /// <summary>Every place of a number as the label writes it.</summary>
    public IEnumerable<Evidence> OfNumber(string raw) => Find(raw);

    /// <summary>Every place of the numbers of a constraint; of its direction words where it has none.</summary>
    public ImmutableArray<Evidence> Of(Nl4OptConstraint constraint)
    {
        ImmutableArray<Evidence> numbers = [.. NumbersOf(constraint).SelectMany(OfNumber)];
        return numbers.IsEmpty ? [.. Find(constraint.Direction)] : numbers;
    }

    /// <summary>Every place of the coefficients of the objective; of its direction words for a count.</summary>
    public ImmutableArray<Evidence> OfObjective() => problem.Objective is Nl4OptObjective.Weighted weighted
        ? [.. weighted.Terms.SelectMany(term => OfNumber(term.Number))]
        : [.. Find(problem.Objective.Direction)];

    private static IEnumerable<string> NumbersOf(Nl4OptConstraint constraint) => constraint switch
    {
        Nl4OptConstraint.Linear linear => linear.Terms.Select(term => term.Number).Append(linear.Limit),
        Nl4OptConstraint.Sum sum => [sum.Limit],
        Nl4OptConstraint.LowerBound bound => [bound.Limit],
        Nl4OptConstraint.UpperBound bound => [bound.Limit],
        Nl4OptConstraint.Ratio ratio => [ratio.Limit],
        Nl4OptConstraint.Multiple multiple => [multiple.Parameter],
        _ => [],
    };

    private IEnumerable<Evidence> Find(string words)
    {
        if (string.IsNullOrWhiteSpace(words)) yield break;
        var text = problem.Text;
        for (var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); start >= 0;
            start = text.IndexOf(words, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = start + words.Length;
            if (!ContinuesBefore(text, start) && !ContinuesBehind(text, end)) yield return new Evidence(start, end);
        }
    }

    /// <summary>"30" stands neither in "130" nor in "1.30".</summary>
    private static bool ContinuesBefore(string text, int start) =>
        start > 0 && char.IsLetterOrDigit(text[start])
        && (char.IsLetterOrDigit(text[start - 1]) || (start > 1 && text[start - 1] is '.' or ',' && char.IsDigit(text[start - 2]) && char.IsDigit(text[start])));

    private static bool ContinuesBehind(string text, int end) =>
        end < text.Length && char.IsLetterOrDigit(text[end - 1])
        && (char.IsLetterOrDigit(text[end]) || (end + 1 < text.Length && text[end] is '.' or ',' && char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1])));
}
