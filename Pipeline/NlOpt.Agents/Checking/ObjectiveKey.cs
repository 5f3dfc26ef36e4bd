using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>Objectives that mean the same have equal keys: sense, amounts to seven digits, constant.</summary>
internal static class ObjectiveKey
{
    /// <summary>The key.</summary>
    /// <param name="lowered">The formulation.</param>
    /// <param name="order">
    /// The place of each variable by its position, where two formulations are to share columns; null for the position itself.
    /// </param>
    public static string Of(LoweredModel lowered, IReadOnlyList<int>? order = null)
    {
        var objective = lowered.Model.Objective;
        var terms = objective.Expression.Terms.Where(term => term.Coefficient != 0)
            .Select(term => (Origin: lowered.Variables[term.Variable.Index], term.Coefficient))
            .Select(term => (Column: order?[term.Origin.Variable.Index] ?? term.Origin.Variable.Index, term.Origin.IsActivity, term.Coefficient))
            .OrderBy(term => term.Column).ThenBy(term => term.IsActivity)
            .Select(term => $"{Number(term.Coefficient)} {(term.IsActivity ? 'y' : 'x')}{Number(term.Column)}");
        return $"{objective.Sense} {string.Join(" + ", terms)} + {Number(objective.Expression.Constant)}";
    }

    private static string Number(double value) => (value == 0 ? 0 : value).ToString("g7", CultureInfo.InvariantCulture);
}
