using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Agents.Formulating;

/// <summary>
/// What replies about one source are held against: its words, its numbers and the closed list of variables. Collects what is wrong with one reply, so
/// that the model is told all of it at once.
/// </summary>
internal sealed class ReplyContext
{
    private const double Tolerance = 1e-9;
    private const int MostNames = 20;

    private readonly QuoteFinder _quotes;
    private readonly ImmutableArray<SpokenNumber> _numbers;
    private readonly ImmutableArray<DecisionVariable> _variables;
    private readonly ImmutableArray<Evidence> _said;
    private readonly ImmutableArray<Diagnostic>.Builder _errors = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>Begins with a reply.</summary>
    /// <param name="source">The source.</param>
    /// <param name="variables">The variables that may be named; empty before there are any.</param>
    /// <param name="said">Where what is formalised is said: quotes that occur more than once are looked for here first.</param>
    public ReplyContext(Source source, ImmutableArray<DecisionVariable> variables, ImmutableArray<Evidence> said)
    {
        (_variables, _said, _quotes) = (variables, said, new QuoteFinder(source));
        _numbers = [.. source.Turns.SelectMany((turn, index) => NoteReader.Numbers(turn)
            .Select(number => number with { Evidence = number.Evidence with { Turn = index } }))];
    }

    /// <summary>What is wrong so far.</summary>
    public ImmutableArray<Diagnostic> Errors => _errors.ToImmutable();

    /// <summary>Adds something that is wrong.</summary>
    public void Wrong(string code, string message, string? remedy = null) => _errors.Add(Diagnostic.Error(code, message, remedy: remedy));

    /// <summary>All places of a quote; an error where there is none.</summary>
    public ImmutableArray<Evidence> Places(string quote)
    {
        var places = _quotes.All(quote);
        if (places.IsEmpty) NotSaid(quote);
        return places;
    }

    /// <summary>The place of a quote; null, and an error, where there is none.</summary>
    public Evidence? Place(string quote)
    {
        var place = _quotes.First(quote, _said);
        if (place is null) NotSaid(quote);
        return place;
    }

    /// <summary>The variable of a name; an error, and the first variable in its place, where no variable is called so.</summary>
    public DecisionVariableId Variable(string name)
    {
        foreach (var variable in _variables)
            if (variable.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) return variable.Id;
        Wrong(
            "agent.name", $"'{Short(name)}' is none of the variables",
            $"use only these names: {string.Join(", ", _variables.Take(MostNames).Select(variable => variable.Name))}{(_variables.Length > MostNames ? ", ..." : "")}");
        return new DecisionVariableId(0);
    }

    /// <summary>A number with its words: both must agree, so that none is invented.</summary>
    public SourcedNumber Number(double value, string? quote)
    {
        if (quote is null)
        {
            // A count, a comparison or a choice says its one without a word.
            if (value is not (1 or 0))
                Wrong("agent.number.quote", $"the number {Text(value)} has no quote",
                    "quote the words of the problem that hold it; a number that the problem does not say must not be used");
            return new SourcedNumber(value);
        }

        if (Place(quote) is not { } place) return new SourcedNumber(value);
        var inside = _numbers.Where(number => number.Evidence.Turn == place.Turn && number.Evidence.Start < place.End
            && place.Start < number.Evidence.End).ToList();
        foreach (var said in inside)
        {
            if (Close(said.Value, Math.Abs(value))) return new SourcedNumber(value, said.Evidence);
            // "30%" may come back as 30: the problem says a share, and that is what counts.
            if (said.IsShare && Close(said.Value * 100, Math.Abs(value))) return new SourcedNumber(Math.Sign(value) * said.Value, said.Evidence);
        }

        var words = inside.Count == 0 ? "holds no number" : $"says {string.Join(", ", inside.Select(number => Text(number.Value)))}";
        Wrong("agent.number", $"the quote '{Short(quote)}' {words}, not {Text(value)}",
            "give the number as the problem writes it, with the words that hold it");
        return new SourcedNumber(value, place);
    }

    /// <summary>Words of a reply, made short enough for a message.</summary>
    public static string Short(string text) => text.Length <= 80 ? text : text[..80] + "...";

    private void NotSaid(string quote) =>
        Wrong("agent.quote", $"the problem does not say '{Short(quote)}'", "copy words of the problem exactly, without leaving any out");

    private static bool Close(double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(right));

    private static string Text(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
