using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>Every binary variable that says whether a thing is done at all must be tied to the amount of it, in both directions.</summary>
internal sealed class LinkCheck : ICrossCheck
{
    /// <inheritdoc/>
    public string Name => "linking-rows";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        foreach (var variable in subject.Formulation.Variables)
        {
            if (subject.Solved.ActivityOf(variable.Id) is not { } activity) continue;
            // A tie that this product does without, because other rows make it needless, is not asked of others either.
            if (subject.Lowered.ActivityOf(variable.Id) is not { } own) continue;
            var amount = subject.Solved.AmountOf(variable.Id);
            if (IsNoneWithout(subject.Lowered.Model, amount, own) && !IsNoneWithout(subject.Solved.Model, amount, activity))
                yield return new CheckFinding(
                    Name, $"nothing keeps the amount of {variable.Name} at zero when there is to be none", 1, Quote: Mention(variable));
            if (IsSomeWith(subject.Lowered.Model, amount, own) && !IsSomeWith(subject.Solved.Model, amount, activity))
                yield return new CheckFinding(
                    Name, $"nothing asks for any amount of {variable.Name} when there is to be some", 1, Quote: Mention(variable));
        }
    }

    /// <summary>x &lt;= M y with a positive M, or y = 0 implies x &lt;= 0.</summary>
    private static bool IsNoneWithout(Model model, VariableId amount, VariableId activity) =>
        model.Rows.Any(row => row is { Upper: 0 } && Ties(row.Expression, amount, activity, amountSign: 1) || row is { Lower: 0 }
            && Ties(row.Expression, amount, activity, amountSign: -1))
        || model.Indicators.Any(indicator => indicator is { ActiveValue: false, Upper: 0 } && indicator.Binary == activity
            && indicator.Expression.Terms is [{ Coefficient: > 0 } only] && only.Variable == amount);

    /// <summary>x &gt;= b y with a positive b, or y = 1 implies x &gt;= b.</summary>
    private static bool IsSomeWith(Model model, VariableId amount, VariableId activity) =>
        model.Rows.Any(row => row is { Lower: 0 } && Ties(row.Expression, amount, activity, amountSign: 1) || row is { Upper: 0 }
            && Ties(row.Expression, amount, activity, amountSign: -1))
        || model.Indicators.Any(indicator => indicator is { ActiveValue: true, Lower: > 0 } && indicator.Binary == activity
            && indicator.Expression.Terms is [{ Coefficient: > 0 } only] && only.Variable == amount);

    private static bool Ties(LinearExpression expression, VariableId amount, VariableId activity, int amountSign) =>
        expression.Terms.Length == 2
        && expression.Terms.Any(term => term.Variable == amount && Math.Sign(term.Coefficient) == amountSign)
        && expression.Terms.Any(term => term.Variable == activity && Math.Sign(term.Coefficient) == -amountSign);

    private static Evidence? Mention(DecisionVariable variable) => variable.Mentions.IsDefaultOrEmpty ? null : variable.Mentions[0];
}
