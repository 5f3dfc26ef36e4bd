using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>Compares statements by what they say, whatever words said it.</summary>
internal static class StatementIdentity
{
    /// <summary>Equal for statements that say the same of the same variables in the same form.</summary>
    public static string Of(Statement statement)
    {
        var numbers = string.Join(' ', statement.Numbers.Select(number => number.Value.ToString("g9", CultureInfo.InvariantCulture)));
        return $"{Template.Of(statement).Id}: {numbers}: {Variables(statement)}";
    }

    /// <summary>
    /// Equal for statements that limit the same in the same way, by whatever number: of two such that differ only one can be meant.
    /// </summary>
    public static string OfTarget(Statement statement)
    {
        var amounts = statement is Statement.WeightedSum sum
            ? sum.Unit + string.Join(' ', sum.Terms.Select(term => term.Value.ToString("g9", CultureInfo.InvariantCulture))) : "";
        return $"{Template.Of(statement).Id}: {amounts}: {Variables(statement)}";
    }

    private static string Variables(Statement statement) => statement switch
    {
        Statement.SingleVariable(var variable, _) => $"{variable.Index}",
        Statement.Sum(var variables, _) => Join(variables),
        Statement.WeightedSum(var terms, _) => Join(terms.Select(term => term.Variable)),
        Statement.Proportion(var part, var whole, _) => $"{Join(part)} of {Join(whole)}",
        Statement.Comparison comparison => $"{comparison.Left.Index} {comparison.Operator} {comparison.Right.Index}",
        Statement.SumComparison comparison => $"{Join(comparison.Left)} {comparison.Operator} {Join(comparison.Right)}",
        Statement.Implication(var condition, var consequence) => $"{Join(condition)} then {Join(consequence)}",
        Statement.Equivalence(var left, var right) => $"{left} iff {right}",
        Statement.ActivityRequirement(var activity) => $"{activity}",
        Statement.ConditionalLimit conditional => $"{conditional.If}: {Join(conditional.Terms.Select(term => term.Variable))}",
        Statement.Cardinality(var activities, _) => string.Join(',', activities),
        _ => throw new ArgumentException($"Unknown case {statement.GetType().Name}.", nameof(statement)),
    };

    private static string Join(ActivityGroup group) => $"{group.IsAll} {string.Join(',', group.Activities)}";

    private static string Join(IEnumerable<DecisionVariableId> variables) => string.Join(',', variables.Select(variable => variable.Index).Order());
}
