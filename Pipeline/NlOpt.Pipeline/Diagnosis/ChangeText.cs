using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>
/// Reads a change from a short phrase: <c>chairs &lt;= 30</c>, <c>at least 5 tables</c>, <c>2 chairs + tables &lt;= 40</c>, <c>rule 2: 50</c>,
/// <c>without rule 3</c>. The text is untrusted.
/// </summary>
public static partial class ChangeText
{
    private const int Longest = 1000;

    /// <summary>Reads a change of a formulation.</summary>
    /// <returns>The change; or the errors <c>change.unreadable</c>, <c>change.name</c> or <c>change.number</c>.</returns>
    public static Result<FormulationChange> Read(string text, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(formulation);
        if (text.Length > Longest) return Failure<FormulationChange>("change.unreadable", "the change is too long to be one");
        if (Without().Match(text) is { Success: true } without)
        {
            var rules = without.Groups["rule"].Value;
            return IndexOf(rules) is { } gone ? Success(new FormulationChange.Remove(gone)) : NoNumber(rules);
        }

        if (RuleLimit().Match(text) is { Success: true } rule)
        {
            return (IndexOf(rule.Groups["rule"].Value), NumberOf(rule.Groups["number"].Value)) is ({ } index, { } moved)
                ? Success(new FormulationChange.MoveLimit(index, moved))
                : NoNumber(rule.Groups["number"].Value);
        }

        var match = Relation().Match(text) is { Success: true } relation ? relation : Phrase().Match(text);
        if (!match.Success)
        {
            return Failure<FormulationChange>(
                "change.unreadable",
                $"“{text}” is no change that can be read",
                "write for example chairs <= 30, at least 5 chairs, rule 2: 50, or without rule 3");
        }

        if (NumberOf(match.Groups["number"].Value) is not { } number) return NoNumber(match.Groups["number"].Value);
        return TermsOf(match.Groups["sum"].Value, formulation) is var read && read.TryGetValue(out var terms)
            ? Success(new FormulationChange.Add(Limited(terms, LimitOf(match.Groups["bound"].Value, number))))
            : Result.Failure<FormulationChange>(read.Diagnostics);
    }

    /// <summary>Reads several changes that go together. Numbers of rules are those of the formulation as it is.</summary>
    /// <returns>The changes in the order in which they can be made; or the first error.</returns>
    public static Result<ImmutableArray<FormulationChange>> ReadAll(IEnumerable<string> texts, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var changes = ImmutableArray.CreateBuilder<FormulationChange>();
        foreach (var text in texts)
        {
            var read = Read(text, formulation);
            if (!read.TryGetValue(out var change)) return Result.Failure<ImmutableArray<FormulationChange>>(read.Diagnostics);
            changes.Add(change);
        }

        // Those behind a rule that is left out move up: rules are left out from the last one on, after all else.
        return Result.Success<ImmutableArray<FormulationChange>>(
            [.. changes.OrderBy(change => change is FormulationChange.Remove(var index) ? int.MaxValue - index : 0)]);
    }

    /// <summary>The decision variable that a name means: its own name, or one that begins or ends alike when only one does.</summary>
    /// <returns>The variable; or the error <c>change.name</c>.</returns>
    public static Result<DecisionVariableId> VariableOf(string name, ProblemFormulation formulation)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(formulation);
        var wanted = name.Trim();
        var exact = formulation.Variables.Where(variable => variable.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        var stem = wanted.TrimEnd('s', 'S');
        var alike = exact.Count == 1 || stem.Length == 0
            ? exact
            : formulation.Variables.Where(variable => variable.Name.Contains(stem, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike is [var only]
            ? Result.Success(only.Id)
            : Failure<DecisionVariableId>(
                "change.name",
                alike.Count == 0
                    ? $"nothing to decide on is called “{wanted}”"
                    : $"“{wanted}” may mean {PlainSentence.List(alike.Select(variable => variable.Name))}",
                $"there are {PlainSentence.List(formulation.Variables.Select(variable => variable.Name))}");
    }

    /// <summary>A number as people write it, with thousands separators; null for what is none.</summary>
    public static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? number
            : null;

    private static Result<ImmutableArray<WeightedVariable>> TermsOf(string sum, ProblemFormulation formulation)
    {
        var terms = ImmutableArray.CreateBuilder<WeightedVariable>();
        foreach (var part in sum.Split('+'))
        {
            var term = Term().Match(part);
            if ((term.Groups["factor"] is { Success: true, Value: var factor } ? NumberOf(factor) : 1) is not { } coefficient)
                return Result.Failure<ImmutableArray<WeightedVariable>>(NoNumber(part).Diagnostics);
            if (!VariableOf(term.Groups["name"].Value, formulation).TryGetValue(out var variable))
                return Result.Failure<ImmutableArray<WeightedVariable>>(VariableOf(term.Groups["name"].Value, formulation).Diagnostics);
            terms.Add(new(variable, new(coefficient)));
        }

        return Result.Success(terms.ToImmutable());
    }

    private static Statement Limited(ImmutableArray<WeightedVariable> terms, Limit limit) => terms switch
    {
        [{ Value: 1 } only] => new Statement.SingleVariable(only.Variable, limit),
        _ when terms.Length > 1 && terms.All(term => term.Value == 1) => new Statement.Sum([.. terms.Select(term => term.Variable)], limit),
        _ => new Statement.WeightedSum(terms, limit),
    };

    private static Limit LimitOf(string bound, double number) => bound.ToLowerInvariant() switch
    {
        "<=" or "≤" or "<" or "at most" or "no more than" => new Limit.AtMost(new(number)),
        ">=" or "≥" or ">" or "at least" or "no less than" => new Limit.AtLeast(new(number)),
        _ => new Limit.Exactly(new(number)),
    };

    private static int? IndexOf(string rule) =>
        int.TryParse(rule, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : null;

    private static Result<FormulationChange> Success(FormulationChange change) => Result.Success(change);

    private static Result<FormulationChange> NoNumber(string text) =>
        Failure<FormulationChange>("change.number", $"“{text}” is no number that can be used");

    private static Result<T> Failure<T>(string code, string message, string? remedy = null) =>
        Result.Failure<T>(Diagnostic.Error(code, message, remedy: remedy));

    [GeneratedRegex(@"^\s*(?:without|drop)\s+rule\s+(?<rule>\d+)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Without();

    [GeneratedRegex(
        @"^\s*rule\s+(?<rule>\d+)\s*(?::|=|\bto\b)\s*[$€£]?(?<number>-?[0-9.,eE+-]+)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RuleLimit();

    [GeneratedRegex(
        @"^\s*(?<sum>\S.*?)\s*(?<bound><=|>=|≤|≥|=|<|>|\bat most\b|\bat least\b|\bno more than\b|\bno less than\b|\bexactly\b)"
        + @"\s*[$€£]?(?<number>-?[0-9.,eE+-]+)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();

    [GeneratedRegex(
        @"^\s*(?<bound>at most|at least|no more than|no less than|exactly)\s+[$€£]?(?<number>[0-9.,]+)\s+(?<sum>\S.*?)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Phrase();

    [GeneratedRegex(
        @"^\s*(?:(?<factor>-?[0-9][0-9.,]*)\s*\*?\s+|(?<factor>-?[0-9][0-9.,]*)\s*\*\s*)?(?<name>.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
