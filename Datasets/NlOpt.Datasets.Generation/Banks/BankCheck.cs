using System.Collections.Immutable;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>What every bank must fulfil, so that the grammar can rely on it.</summary>
internal static class BankCheck
{
    private static readonly ImmutableArray<string> Pronouns = ["it", "he", "she", "they", "you", "we"];

    /// <summary>The first mistake in words; null when there is none.</summary>
    public static string? FirstMistake(string domain, DomainBank bank) => Mistakes(domain, bank).FirstOrDefault();

    private static IEnumerable<string> Mistakes(string domain, DomainBank bank)
    {
        if (bank.Domain != domain) yield return $"its domain is '{bank.Domain}'";
        if (bank.Agents.Length < 3) yield return "it needs at least 3 agents";
        foreach (var agent in bank.Agents.Concat(bank.Families.SelectMany(family => family.Agents)))
            if (agent.Split('/') is not [_, var pronoun] || !Pronouns.Contains(pronoun)) yield return $"the agent '{agent}' needs a pronoun of {string.Join(", ", Pronouns)}";
        foreach (var aside in bank.Asides)
            if (aside.Count(sign => sign == '{') != 1) yield return $"the aside '{aside}' needs one number in braces";
        if (bank.Families.IsEmpty) yield return "it needs a family";
        for (var index = 0; index < bank.Families.Length; index++)
            foreach (var mistake in Mistakes(bank.Families[index])) yield return $"family {index + 1}: {mistake}";
    }

    private static IEnumerable<string> Mistakes(Family family)
    {
        if (family.Names.Length < 2) yield return "it needs at least 2 names";
        foreach (var set in family.Sets)
            if (set.Length is < 2 or > 5 || set.Distinct().Count() != set.Length || set.Any(index => index < 0 || index >= family.Names.Length))
                yield return $"the set [{string.Join(", ", set)}] needs 2 to 5 different positions of names";
        foreach (var name in family.Names)
        {
            foreach (var form in name.Also.Prepend(name.Name))
                if (FormMistake(form) is { } mistake) yield return mistake;
            if (name.Short is not null && family.Head is null) yield return $"'{name.Short}' is short for '{name.Name}', but the family has no head";
        }

        if (FormMistake(family.Together) is { } together) yield return together;
        if (string.IsNullOrWhiteSpace(family.FixedCharge)) yield return "the fixed charge has no name";
        if (family.Together.Split('/').Length != 2) yield return $"'{family.Together}' needs two forms";
        if (family.Measure is { } measure && measure.Split('/').Length != 2) yield return $"'{measure}' needs two forms";
        if (family.Head is { } head && head.Split('/').Length != 2) yield return $"'{head}' needs two forms";
        if (family.Verbs.IsEmpty) yield return "it needs a verb";
        foreach (var verb in family.Verbs)
            if (verb.Split('/').Length != 4) yield return $"the verb '{verb}' needs base, third person, participle and gerund";
        foreach (var opening in family.Openings)
            if (!opening.Contains("{list", StringComparison.Ordinal) && !opening.Contains("{ways-or}", StringComparison.Ordinal)) yield return $"the opening '{opening}' names no things";
        foreach (var activity in family.Activities)
            if (activity.Split('/').Length != 4 || !activity.Contains("{x}", StringComparison.Ordinal)) yield return $"the activity '{activity}' needs four forms and {{x}}";
        foreach (var group in family.Groups)
            if (group.Members.Length < 2 || group.Members.Any(index => index < 0 || index >= family.Names.Length)) yield return $"the group '{group.Name}' needs 2 or more positions of names";
        if (family.Amounts.Length < 3) yield return "it needs at least 3 amounts";
        if (family.Amounts.DistinctBy(amount => amount.Id).Count() != family.Amounts.Length) yield return "two amounts have the same id";
        if (family.Amounts.All(amount => amount.Goals.IsEmpty)) yield return "none of its amounts can be a goal";
        if (family.Typical < 4) yield return "the typical amount must be 4 or more";
        foreach (var amount in family.Amounts)
            foreach (var mistake in Mistakes(amount)) yield return $"amount '{amount.Id}': {mistake}";
    }

    /// <summary>A noun has one or two forms, none empty, and two differ unless it is the same word (sheep/sheep is written as one form).</summary>
    private static string? FormMistake(string noun) => noun.Split('/') switch
    {
        var forms when forms.Any(string.IsNullOrWhiteSpace) => $"'{noun}' has an empty form",
        [_] => null,
        [var one, var many] when one != many => null,
        [_, _] => $"the forms of '{noun}' are the same; write one",
        _ => $"the name '{noun}' has too many forms",
    };

    private static IEnumerable<string> Mistakes(Amount amount)
    {
        if (amount.Flow is AmountFlow.Earns or AmountFlow.Costs && amount.Unit is null) yield return "money needs a unit, such as $";
        if (amount.What.Split('/').Length > 2) yield return $"'{amount.What}' has too many forms";
        if (amount.Unit is null && amount.What.Split('/').Length != 2) yield return $"what is counted needs two forms, not '{amount.What}'";
        if (amount.Unit is { } unit && unit.Length > 1 && unit.Split('/').Length != 2) yield return $"the unit '{unit}' needs two forms";
        if (amount.Larger is { } larger && (larger.Unit.Split('/').Length != 2 || larger.Factor <= 1)) yield return "the larger unit needs two forms and a factor above 1";
        if (amount.IsPartial && !amount.Goals.IsEmpty) yield return "what is partial cannot be a goal";
        if (amount.Verbs.IsEmpty) yield return "it needs a verb";
        foreach (var verb in amount.Verbs)
            if (verb.Split('/').Length != 2) yield return $"the verb '{verb}' needs two forms, as in takes/take";
        if (!(amount.Step > 0 && amount.From > 0 && amount.To > amount.From)) yield return "it needs 0 < from < to and a step above 0";
        foreach (var sentence in amount.AtMost.Concat(amount.AtLeast))
            if (!sentence.Contains("{limit}", StringComparison.Ordinal) && !sentence.Contains("{number}", StringComparison.Ordinal)) yield return $"the sentence '{sentence}' needs {{limit}} or {{number}}";
    }
}
