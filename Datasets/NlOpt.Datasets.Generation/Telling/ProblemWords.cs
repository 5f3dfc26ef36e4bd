using System.Text.RegularExpressions;
using NlOpt.Datasets.Generation.Banks;
using NlOpt.Datasets.Generation.Drafts;
using NlOpt.Datasets.Generation.Grammar;
using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Datasets.Generation.Sampling;
using NlOpt.Datasets.Generation.Statements;
using NlOpt.Policies.Scenarios;

namespace NlOpt.Datasets.Generation.Telling;

/// <summary>The words of one problem: names, numbers, amounts, and the slots that all its phrases know.</summary>
internal sealed partial class ProblemWords
{
    private static readonly string[] Counts = ["", "", "two", "three", "four", "five"];
    private static readonly string[] TimeUnits = ["second", "minute", "hour", "day"];
    private static readonly string[] Doers = ["team", "team", "department", "section", "crew", "machine"];
    private readonly NumberWriter _numbers;
    private readonly string _doer;
    private string? _pace;
    private readonly SampledProblem _problem;

    public ProblemWords(SampledProblem problem, TellingStyle style, Speaker speaker, RandomNumbers random)
    {
        (_problem, Style, Speaker, Random) = (problem, style, speaker, random);
        _numbers = new NumberWriter(style.Numbers, random);
        Names = new NameWords(problem.Family, problem.Names, style, random);
        Agent = new AgentWords(problem.Bank.AgentsOf(problem.Family), random.Pick(problem.Family.Verbs), style, random);
        _doer = random.Pick(Doers);
        Base = BaseScope();
    }

    /// <summary>The problem.</summary>
    public SampledProblem Problem => _problem;

    /// <summary>How it is told.</summary>
    public TellingStyle Style { get; }

    /// <summary>Chooses phrases.</summary>
    public Speaker Speaker { get; }

    /// <summary>Decides.</summary>
    public RandomNumbers Random { get; }

    /// <summary>Names of the variables.</summary>
    public NameWords Names { get; }

    /// <summary>Who decides.</summary>
    public AgentWords Agent { get; }

    /// <summary>The slots that all phrases know.</summary>
    public Scope Base { get; }

    /// <summary>A new scope on top of <see cref="Base"/>.</summary>
    public Scope Scope() => new(Base);

    /// <summary>Fills the slots of a limit: <c>{n}</c>, and <c>{high}</c> where there are two numbers.</summary>
    public void Numbers(Scope scope, SampledLimit limit)
    {
        scope.Set("n", draft => Plain(draft, limit.Number, MarkKind.Limit));
        if (limit.High is { } high) scope.Set("high", draft => Plain(draft, high, MarkKind.Limit));
    }

    /// <summary>Writes a number; with the currency where things are measured in money.</summary>
    public void Plain(TextDraft draft, SampledNumber number, MarkKind kind) => _numbers.Plain(draft, number, kind);

    /// <summary>Writes a share.</summary>
    public void Share(TextDraft draft, SampledNumber number, MarkKind kind) => _numbers.Share(draft, number, kind);

    /// <summary>Writes a multiple before "as many".</summary>
    public void Times(TextDraft draft, SampledNumber number) => _numbers.Times(draft, number);

    /// <summary>Writes a multiple before "the number of".</summary>
    public void Multiple(TextDraft draft, SampledNumber number) => _numbers.Multiple(draft, number);

    /// <summary>Writes a number of an amount without unit; with the currency for money.</summary>
    public void NumberOf(TextDraft draft, Amount amount, SampledNumber number, MarkKind kind)
    {
        if (amount.Unit == "%") _numbers.Share(draft, number, kind);
        else if (IsMoney(amount)) _numbers.Money(draft, number, kind, amount.Unit!);
        else _numbers.Plain(draft, number, kind);
    }

    /// <summary>Writes a quantity: "20 minutes of oven time", "4 wheels", "$3".</summary>
    public void Quantity(TextDraft draft, Amount amount, SampledNumber number, MarkKind kind, bool withWhat)
    {
        NumberOf(draft, amount, number, kind);
        var told = number.Value / (number.In?.Factor ?? 1);
        if (number.In is not null) draft.Note("unit-conversion");
        if (IsMoney(amount)) return;
        draft.Write(" ");
        if (amount.Unit is null)
        {
            Wanted(draft, amount, WordForms.For(told, amount.What));
            return;
        }

        var unit = WordForms.For(told, number.In?.Unit ?? amount.Unit);
        if (!withWhat)
        {
            draft.Write(unit);
            return;
        }

        draft.Write($"{unit} {amount.Link} ");
        What(draft, amount);
    }

    /// <summary>Writes what an amount is, marked where it is wanted.</summary>
    public void What(TextDraft draft, Amount amount) => Wanted(draft, amount, WordForms.Many(amount.What));

    /// <summary>Writes words for an amount, marked where it is wanted.</summary>
    public void Wanted(TextDraft draft, Amount amount, string words)
    {
        if (IsWanted(amount)) draft.Marked(MarkKind.ObjectiveName, 0, words);
        else draft.Write(words);
    }

    /// <summary>Writes several things: "A, B and C".</summary>
    public void List(TextDraft draft, int count, string conjunction, Action<TextDraft, int> write)
    {
        var comma = Random.Chance(0.5) ? "," : "";
        for (var index = 0; index < count; index++)
        {
            if (index > 0) draft.Write(index < count - 1 ? ", " : $"{(count > 2 ? comma : "")} {conjunction} ");
            write(draft, index);
        }
    }

    /// <summary>
    /// The sentences of a bank that fit, as clauses: without final stop and, where they begin with an everyday word, without capital. Those with a verb bent
    /// for one ("{agent} runs") fit only one.
    /// </summary>
    public IEnumerable<string> OfBank(IEnumerable<string> sentences, Scope scope) => sentences
        .Where(sentence => Speaker.CanPattern(sentence, scope) && (Agent.IsSingular || !BentVerb().IsMatch(sentence)))
        .Select(sentence => EverydayWord().Replace(sentence.TrimEnd('.'), match => match.Value.ToLowerInvariant()));

    /// <summary>Who works on an amount of time, with the article: "the sewing team" for sewing; the same in all of a text. Null where nobody does.</summary>
    public string? Doer(Amount amount) => Activity(amount) is { } activity ? $"the {activity} {_doer}" : null;

    /// <summary>What is done for an amount of time: "sewing" for minutes of sewing time; null for other amounts.</summary>
    public static string? Activity(Amount amount) => IsTime(amount) && Gerund().Match(amount.What) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Whether an amount is working time.</summary>
    public static bool IsTime(Amount amount) =>
        amount.Flow == AmountFlow.Uses && amount.Unit is { } unit && TimeUnits.Contains(WordForms.One(unit));

    /// <summary>Writes how often amounts come up, the same words in all of a text.</summary>
    public void Pace(TextDraft draft)
    {
        if (_pace is null)
        {
            var aside = new TextDraft(draft.Spelling);
            Speaker.Say("pace", Base, aside);
            _pace = aside.Text;
        }

        draft.Note("pace");
        draft.Write(" " + _pace);
    }

    /// <summary>Whether an amount is what the objective adds up.</summary>
    public bool IsWanted(Amount amount) => _problem.Objective.Column?.Amount.Id == amount.Id;

    /// <summary>Whether an amount is told without a unit behind it: money, and rates of money.</summary>
    public static bool IsMoney(Amount amount) => amount.Unit is { Length: 1 };

    [GeneratedRegex(@"\{agent\} [a-z]+s\b")]
    private static partial Regex BentVerb();

    [GeneratedRegex("^([a-z]+ing)( time)?$")]
    private static partial Regex Gerund();

    [GeneratedRegex("^<?(The|There|A|An|At|No|Not|Each|Every|All|In|It|Up|Only|Some|Two|For|Over|With|Its|Their|His|Her|Your|To|From|Per|Between|One|During|On|By|This|That|These|Because|Law|Rules)\\b")]
    private static partial Regex EverydayWord();

    private Scope BaseScope()
    {
        var family = _problem.Family;
        var scope = new Scope();
        Agent.Fill(scope);
        scope.Set("count", Counts[Names.Count]).Set("units", Names.Units).Set("unit1", WordForms.One(family.Measure ?? family.Together));
        scope.Set("togethers", WordForms.Many(family.Together)).Set("together1", WordForms.One(family.Together));
        scope.Set("much", family.Whole || family.Measure is not null ? "many" : "much");
        scope.Set("list", draft => Names.List(draft, "and", isPlural: true)).Set("list-or", draft => Names.List(draft, "or", isPlural: true));
        scope.Set("ways-or", draft => Names.List(draft, "or", isPlural: true, withMeasure: false));
        scope.Set("list1", draft => Names.List(draft, "and", isPlural: false)).Set("list1-or", draft => Names.List(draft, "or", isPlural: false));
        scope.Set("names", draft => List(draft, Names.Count, "and", Names.Amount)).Set("names-or", draft => List(draft, Names.Count, "or", Names.Amount));
        scope.Know("is-two", Names.Count == 2).Know("is-more-than-two", Names.Count > 2).Know("is-whole", family.Whole).Know("is-divisible", !family.Whole);
        scope.Know("is-measured", family.Measure is not null).Know("is-counted-things", family.Measure is null);
        var measure = WordForms.One(family.Measure ?? "");
        scope.Know("is-run", TimeUnits.Contains(measure)).Know("is-trips", measure == "trip").Know("is-land", measure is "acre" or "hectare");
        scope.Know("is-of", family.Link == "of" || family.Measure is null).Know("is-invested", measure == "dollar").Know("is-one-agent", Agent.IsSingular).Set("link", family.Link);
        if (family.Measure is not null) scope.Set("measure1", measure);
        if (!_problem.Bank.Reasons.IsEmpty) scope.Set("reason", draft => draft.Write(Random.Pick(_problem.Bank.Reasons)));
        return scope;
    }
}
