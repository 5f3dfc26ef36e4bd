using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Makes the objective statement of a reading: sense, class, name in the words of the text, amounts.</summary>
internal sealed class ObjectiveAssembly(
    DecodedReading reading, TextSpans spans, StatementAssembly statements, ImmutableArray<DecisionVariable> variables)
{
    private readonly TextContext _text = reading.Context.Text;
    private readonly Token[] _tokens = spans.Tokens;

    /// <summary>The objective.</summary>
    public ObjectiveStatement Objective()
    {
        var sense = reading.IsMinimization ? ObjectiveSense.Minimize : ObjectiveSense.Maximize;
        var anchor = _text.ObjectiveCue ?? LastToken();
        var name = new ObjectiveNaming(_text, spans).Name();
        if (reading.ObjectiveTerms is not { } column)
        {
            var count = Counted(name).Select(variable => new WeightedVariable(new DecisionVariableId(variable), new SourcedNumber(1)));
            return new(sense, ObjectiveClass.Count, name ?? "total number", [.. count])
            {
                Evidence = [spans.Sentence(anchor)],
                Probability = reading.ObjectiveProbability,
            };
        }

        // What brings something is not what is brought.
        if (name is not null && variables.Any(variable => Stems(variable.Name).SetEquals(Stems(name)))) name = null;
        var isMoney = column.Any(number => number is { Quantity.IsMoney: true });
        var difference = CostDeduction.Of(reading);
        var kind = difference is null ? ClassOf(name, isMoney) : ObjectiveClass.RevenueMinusCost;
        var terms = statements.Terms(difference?.Prices ?? column);
        if (difference is not null)
            terms = [.. terms.Select(term => term with { Deduction = statements.Number(difference.Costs[term.Variable.Index]) })];
        return new(sense, kind, name ?? (kind switch { ObjectiveClass.Profit or ObjectiveClass.RevenueMinusCost => "profit", ObjectiveClass.Cost => "cost", _ => "total" }), terms)
        {
            Unit = isMoney || kind is not (ObjectiveClass.Profit or ObjectiveClass.Cost or ObjectiveClass.RevenueMinusCost) ? statements.Unit(column, null) : MoneyOfLimits(),
            Evidence = StatementAssembly.Distinct([spans.Sentence(anchor), .. statements.Evidence(difference?.Prices ?? column), .. statements.Evidence(difference?.Costs ?? [])]),
            Probability = reading.ObjectiveProbability * statements.Probability(column),
        };
    }

    /// <summary>
    /// All variables count; where the name of what is wanted is that of one of them, and no other one is named beside it, that one: "as many sheets
    /// as possible".
    /// </summary>
    private IEnumerable<int> Counted(string? name)
    {
        var wanted = Stems(name ?? "total");
        var named = Enumerable.Range(0, variables.Length).Where(variable => wanted.SetEquals(Stems(variables[variable].Name))).ToList();
        var isAlone = named is [var only] && reading.Context.Occurrences.TrueForAll(
            place => place.Variable == only || _tokens[place.First].Sentence != _text.ObjectiveSentence);
        return isAlone ? named : Enumerable.Range(0, variables.Length);
    }

    private static HashSet<string> Stems(string name) => [.. Tokenizer.Tokenize(name)
        .Where(token => token.IsWord && !token.IsFunctionWord && token.Stem is not ("number" or "amount" or "quantity")).Select(token => token.Stem)];

    private ObjectiveClass ClassOf(string? name, bool isMoney)
    {
        var words = Tokenizer.Tokenize(name ?? "");
        var last = words.LastOrDefault(ObjectiveNaming.IsMoneyWord);
        if (last is not null) return ObjectiveNaming.IsGain(last) ? ObjectiveClass.Profit : ObjectiveClass.Cost;
        if (!isMoney) return ObjectiveClass.Resource;
        return reading.IsMinimization ? ObjectiveClass.Cost : ObjectiveClass.Profit;
    }

    /// <summary>Returns in percent of money are money: the currency of the first limit in money; null where there is none.</summary>
    private string? MoneyOfLimits() =>
        reading.Rows.FirstOrDefault(row => row.Number is { Quantity.IsMoney: true })?.Number is { } number ? spans.Currency(number.Quantity) : null;

    private int LastToken() => Array.FindLastIndex(_tokens, token => token.IsAlphanumeric) is >= 0 and var index ? index : _tokens.Length - 1;
}
