using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;

namespace NlOpt.Understanding.Training;

/// <summary>How many labelled statements of clauses were read, whatever words and forms say them.</summary>
/// <param name="Labelled">How many the labels have.</param>
/// <param name="Read">How many were read.</param>
/// <param name="Agreeing">How many of these the labels have.</param>
internal readonly record struct ClauseAgreement(int Labelled, int Read, int Agreeing)
{
    /// <summary>Compares statements.</summary>
    /// <param name="labelled">The labels, in columns.</param>
    /// <param name="read">What was read, in variables.</param>
    /// <param name="columnOf">The column of each variable; -1 for none.</param>
    public static ClauseAgreement Of(ImmutableArray<Statement> labelled, IEnumerable<Statement> read, int[] columnOf)
    {
        var gold = labelled.Select(statement => Meaning(statement, id => id.Index)).ToHashSet();
        var found = read.Select(statement => Meaning(statement, id => id.Index < columnOf.Length ? columnOf[id.Index] : -1)).ToHashSet();
        return new ClauseAgreement(gold.Count, found.Count, found.Count(gold.Contains));
    }

    /// <summary>Equal for statements that allow the same plans: logic by its truth table, amounts by their numbers.</summary>
    private static string Meaning(Statement statement, Func<DecisionVariableId, int> column)
    {
        string Group(IEnumerable<DecisionVariableId> ids) => string.Join(',', ids.Select(column).Order());
        string Say(Limit limit) => limit switch
        {
            Limit.AtMost(var number) => "<=" + Text(number),
            Limit.AtLeast(var number) => ">=" + Text(number),
            Limit.Between(var low, var high) => $">={Text(low)}<={Text(high)}",
            _ => "=" + string.Join(',', limit.Numbers.Select(Text)),
        };
        return statement switch
        {
            Statement.SingleVariable(var variable, var limit) => $"one {column(variable)} {Say(limit)}",
            Statement.Sum(var variables, var limit) => $"sum {Group(variables)} {Say(limit)}",
            Statement.Proportion(var part, var whole, var share) => $"share {Group(part)} of {Group(whole)} {Say(share)}",
            Statement.Comparison(var left, var how, var factor, var right) => $"{column(left)} {how} {Text(factor)} {column(right)}",
            Statement.SumComparison(var left, var how, var factor, var right, var difference) =>
                $"{Group(left)} {how} {Text(factor)} {Group(right)} {(difference is { } extra ? Text(extra) : "")}",
            Statement.ConditionalLimit(var condition, var terms, var limit) =>
                $"if {column(condition.Variable)} {condition.IsActive} {Group(terms.Select(term => term.Variable))} {Say(limit)}",
            Statement.WeightedSum(var terms, var limit) => $"weighted {Group(terms.Select(term => term.Variable))} {Say(limit)}",
            _ => TruthTable(statement, column),
        };
    }

    private static string Text(SourcedNumber number) => number.Value.ToString("R", CultureInfo.InvariantCulture);

    private static string TruthTable(Statement statement, Func<DecisionVariableId, int> column)
    {
        var activities = statement switch
        {
            Statement.Implication(var condition, var consequence) => condition.Activities.Concat(consequence.Activities),
            Statement.Equivalence(var left, var right) => [left, right],
            Statement.ActivityRequirement(var activity) => [activity],
            Statement.Cardinality(var counted, _) => counted,
            _ => [],
        };
        var columns = activities.Select(activity => column(activity.Variable)).Distinct().Order().ToList();
        var table = Enumerable.Range(0, 1 << Math.Min(columns.Count, 12))
            .Select(plan => Holds(statement, activity => ((plan >> columns.IndexOf(column(activity.Variable))) & 1) == 1 == activity.IsActive) ? '1' : '0');
        return $"logic {string.Join(',', columns)} {string.Concat(table)}";
    }

    private static bool Holds(Statement statement, Func<Activity, bool> isTrue)
    {
        return statement switch
        {
            Statement.Implication(var condition, var consequence) => !Applies(condition) || Applies(consequence),
            Statement.Equivalence(var left, var right) => isTrue(left) == isTrue(right),
            Statement.ActivityRequirement(var activity) => isTrue(activity),
            Statement.Cardinality(var counted, var count) => Fits(counted.Count(isTrue), count),
            _ => true,
        };

        bool Applies(ActivityGroup group) => group.IsAll ? group.Activities.All(isTrue) : group.Activities.Any(isTrue);
    }

    private static bool Fits(int count, Limit limit) => limit switch
    {
        Limit.AtMost(var number) => count <= number.Value,
        Limit.AtLeast(var number) => count >= number.Value,
        Limit.Exactly(var number) => Math.Abs(count - number.Value) < 0.5,
        Limit.Between(var low, var high) => count >= low.Value && count <= high.Value,
        _ => false,
    };
}
