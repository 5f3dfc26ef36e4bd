using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Formulation;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>Says the facts of a hidden problem in the phrases of the bank.</summary>
internal sealed class FactWords(HiddenProblem problem, PhraseBank bank, Random random)
{
    // What leads into a correction takes a few words too.
    private const int MostWordsOfFact = MessageRules.MostWords - 5;

    private readonly AmountWords _amounts = new(problem);

    private ProblemFormulation Gold => problem.Gold;

    /// <summary>What is decided.</summary>
    public string Things(string section = "things", bool isBrief = false)
    {
        if (isBrief) return string.Join(", ", Gold.Variables.Select(variable => variable.Name));
        var names = Gold.Variables.Select(variable => variable.Name).ToList();
        var said = bank.Say(section, random, ("list", PlainSentence.List(names)), ("counted", PlainSentence.List(Gold.Variables.Select(Counted))));
        return MessageRules.Words(said).Count() <= MessageRules.MostWords ? said : PlainSentence.List(names) + ".";
    }

    /// <summary>What is wanted.</summary>
    public string Goal(bool isBrief = false)
    {
        var size = Gold.Objective.Sense == ObjectiveSense.Maximize ? "large" : "small";
        if (isBrief && !IsCount) return bank.Say($"goal-brief-{size}", random, ("goal", GoalName));
        return IsCount
            ? bank.Say($"goal-count-{size}", random, ("list", List(Gold.Objective.Terms.Select(term => term.Variable))))
            : bank.Say($"goal-{size}", random, ("goal", GoalName));
    }

    /// <summary>Whether the goal only counts.</summary>
    public bool IsCount => Gold.Objective.Terms.All(term => term.Value == 1 && term.Coefficient.Evidence is null);

    /// <summary>The name of the goal without its article.</summary>
    public string GoalName => PlainSentence.ObjectiveName(Gold.Objective)[4..];

    /// <summary>What each thing adds to the goal.</summary>
    public string Worth(AmountStyle style = AmountStyle.Whole) => style == AmountStyle.Bare
        ? Bare(Gold.Objective.Terms)
        : Pieces("worth", Gold.Objective.Terms, term => Amount(term, Gold.Objective.Unit, ""), GoalName);

    /// <summary>What each thing adds to the goal, the goal named.</summary>
    public string WorthAgain()
    {
        var pieces = Gold.Objective.Terms.Select(term => bank.Say(
            "worth-piece",
            random,
            ("amount", Amount(term, Gold.Objective.Unit, "")),
            ("each", "each of the " + UnitName(term.Variable)),
            ("one", One(Gold[term.Variable]))));
        return bank.Say("worth-again", random, ("goal", GoalName), ("pieces", PlainSentence.List(pieces)));
    }

    /// <summary>How much each thing takes or gives of what a weighted sum limits.</summary>
    public string Needs(Statement.WeightedSum sum, AmountStyle style = AmountStyle.Whole)
    {
        var measure = _amounts.MeasureOf(sum);
        if (style == AmountStyle.Bare) return Bare(sum.Terms);
        if (style == AmountStyle.OtherUnit && OtherUnits.Of(measure) is { } other)
            return Pieces("need", sum.Terms, term => $"{AmountText.Of(term.Value * other.Factor)} {other.Measure}", other.Measure);
        return Pieces("need", sum.Terms, term => Amount(term, sum.Unit, measure), measure);
    }

    /// <summary>A statement as a rule; of a weighted sum its limit only.</summary>
    public string Rule(Statement statement) => statement switch
    {
        Statement.SingleVariable(var variable, var limit) =>
            Limited("one", limit, number => AmountText.Of(number.Value), ("name", UnitName(variable))),
        Statement.Sum(var variables, var limit) => Limited(
            "sum", limit, number => _amounts.Say(number, CommonUnit(variables), CommonUnit(variables) ?? ""), ("list", List(variables))),
        Statement.WeightedSum sum => Total(sum),
        Statement.Proportion({ Length: 1 } part, _, var share) =>
            Limited("share", share, number => _amounts.Share(number), ("name", Gold[part[0]].Name)),
        Statement.Comparison comparison => bank.Say(
            $"compare-{Suffix(comparison.Operator)}",
            random,
            ("times", Times(comparison.Factor)),
            ("left", UnitName(comparison.Left)),
            ("right", UnitName(comparison.Right))),
        _ => PlainSentence.Of(statement, Gold),
    };

    /// <summary>A statement whole: a weighted sum with its amounts, where that is not too long.</summary>
    public string Whole(Statement statement)
    {
        var rule = Rule(statement);
        if (statement is not Statement.WeightedSum sum) return rule;
        var whole = $"{rule} {Needs(sum)}";
        return MessageRules.Words(whole).Count() <= MostWordsOfFact ? whole : rule;
    }

    /// <summary>Says something that is no fact.</summary>
    public string Say(string section, params ReadOnlySpan<(string Slot, string Text)> slots) => bank.Say(section, random, slots);

    private string Total(Statement.WeightedSum sum)
    {
        var measure = _amounts.MeasureOf(sum);
        var isMoney = _amounts.IsMoney(sum.Limit.Numbers.First(), sum.Unit) && sum.Limit is Limit.AtMost or Limit.AtLeast;
        return Limited(isMoney ? "budget" : "total", sum.Limit, number => _amounts.Say(number, sum.Unit, measure));
    }

    private string Amount(WeightedVariable term, string? unit, string measure) =>
        _amounts.Say(new SourcedNumber(term.Value, term.Coefficient.Evidence), unit, measure);

    private string Limited(
        string section, Limit limit, Func<SourcedNumber, string> say, params ReadOnlySpan<(string Slot, string Text)> slots) => limit switch
    {
        Limit.AtMost(var number) => bank.Say($"{section}-most", random, [("amount", say(number)), .. slots]),
        Limit.AtLeast(var number) => bank.Say($"{section}-least", random, [("amount", say(number)), .. slots]),
        Limit.Exactly(var number) => bank.Say($"{section}-exact", random, [("amount", say(number)), .. slots]),
        Limit.Between(var low, var high) => bank.Say($"{section}-between", random, [("low", say(low)), ("high", say(high)), .. slots]),
        _ => throw new ArgumentException($"Unknown case {limit.GetType().Name}.", nameof(limit)),
    };

    /// <summary>Numbers alone, one a thing in the order of the things; nothing is 0.</summary>
    private string Bare(ImmutableArray<WeightedVariable> terms) => PlainSentence.List(Gold.Variables.Select(variable =>
        AmountText.Of(terms.Where(term => term.Variable == variable.Id).Select(term => term.Value).FirstOrDefault())));

    private string Pieces(string section, ImmutableArray<WeightedVariable> terms, Func<WeightedVariable, string> amount, string what)
    {
        var isSentence = random.Next(2) == 0;
        var phrase = section + (isSentence ? "-sentence" : "-piece");
        var pieces = PlainSentence.List(terms.Select((term, index) =>
        {
            var said = bank.Say(
                phrase,
                random,
                ("amount", amount(term)),
                ("each", "each of the " + UnitName(term.Variable)),
                ("one", One(Gold[term.Variable])));
            return index > 0 && char.IsUpper(said[0]) && isSentence ? char.ToLowerInvariant(said[0]) + said[1..] : said;
        }));
        var whole = isSentence ? pieces + "." : bank.Say($"{section}-whole", random, ("pieces", pieces), ("goal", what));
        if (MessageRules.Words(whole).Count() <= MessageRules.MostWords) return whole;
        return PlainSentence.List(terms.Select(term => $"{amount(term).Split(' ')[0]} for {Gold[term.Variable].Name}")) + ".";
    }

    private string List(IEnumerable<DecisionVariableId> variables) => PlainSentence.List(variables.Select(variable => Gold[variable].Name));

    private string UnitName(DecisionVariableId variable) => Gold[variable] is { Unit: { } unit, Name: var name } && !AmountText.IsCurrency(unit)
        ? name.Contains(unit, StringComparison.OrdinalIgnoreCase) ? name : $"{unit} of {name}" : Gold[variable].Name;

    private static string One(DecisionVariable variable) => variable.Unit is { } unit && !AmountText.IsCurrency(unit)
        ? $"{AmountText.OneOf(unit)} of {variable.Name}" : variable.Name;

    private string Counted(DecisionVariable variable) => variable.Divisibility == Divisibility.Whole || variable.Unit is not null
        ? $"how many {UnitName(variable.Id)}" : $"how much {variable.Name}";

    private string? CommonUnit(ImmutableArray<DecisionVariableId> variables)
    {
        var units = variables.Select(variable => Gold[variable].Unit).Distinct(StringComparer.Ordinal).ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private static string Suffix(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.AtMost => "most",
        ComparisonOperator.AtLeast => "least",
        _ => "equal",
    };

    private string Times(SourcedNumber factor) => factor.Value switch
    {
        1 => "",
        2 => "twice ",
        0.5 => "half ",
        < 1 => _amounts.Share(factor) + " of ",
        var value => $"{AmountText.Of(value)} times ",
    };
}
