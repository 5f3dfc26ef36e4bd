using System.Globalization;
using System.Text;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>The wrong readings of generated problems as text for people: errors, the text, both models.</summary>
public static class GeneratedErrorLines
{
    /// <summary>One block a wrong problem, in the order of the file.</summary>
    public static string Of(GeneratedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var item in report.Items.Where(item => !item.IsRight))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {item.Problem.Id} ({item.Problem.Domain}; {string.Join(", ", item.Problem.Phenomena)})\n");
            text.Append(CultureInfo.InvariantCulture, $"{string.Join("; ", item.Errors)}{(item.Probability is { } sure ? $" (confidence {sure:0.00})" : "")}\n\n");
            text.Append(item.Problem.Text).Append("\n\n");
            foreach (var line in GeneratedEvaluation.Lines(Lowering.Lower(item.Problem.Formulation, GeneratedComparison.AllWhole).Value)) text.Append("  gold  ").Append(line).Append('\n');
            foreach (var line in item.Predicted) text.Append("  read  ").Append(line).Append('\n');
            text.Append('\n');
        }

        return text.ToString();
    }
}
