using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Simulation.Hidden;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>
/// Plays the owner of a hidden problem: answers what was asked in the phrases of a bank, with facts of the problem only, and compares summaries with
/// the problem. A persona may have faults on the way there; what it accepts in the end is right all the same.
/// </summary>
public sealed class ScriptedUser : ISimulatedUser
{
    private const double PassShare = 0.4;
    private const double OtherAnswerShare = 0.4;

    private readonly HiddenProblem _problem;
    private readonly Persona _persona;
    private readonly Random _random;
    private readonly FactWords _words;
    private readonly RuleOrder _rules;
    private readonly HashSet<string> _passed = new(StringComparer.Ordinal);
    private bool _hasSeenSummary;

    /// <summary>A user.</summary>
    /// <param name="problem">What it knows.</param>
    /// <param name="seed">Chooses the phrases and the faults; the same seed says the same.</param>
    /// <param name="persona">How it talks.</param>
    public ScriptedUser(HiddenProblem problem, int seed, Persona persona = Persona.Faithful)
    {
        _problem = problem ?? throw new ArgumentNullException(nameof(problem));
        (_persona, _random) = (persona, new Random(seed));
        _words = new FactWords(problem, PhraseBank.Default, _random);
        _rules = new RuleOrder(problem.Gold.Statements, persona is Persona.Contradicting or Persona.ChangingMind, _random);
    }

    private ImmutableArray<Statement> Statements => _problem.Gold.Statements;

    private AmountStyle Style => _persona switch
    {
        Persona.Concise => AmountStyle.Bare,
        Persona.OtherUnit => AmountStyle.OtherUnit,
        _ => AmountStyle.Whole,
    };

    /// <inheritdoc/>
    Result<string> ISimulatedUser.Answer(Transcript transcript, CancellationToken cancellationToken) =>
        Result.Success(Answer(transcript, cancellationToken));

    /// <summary>What the client says to the agent's last turn; it always knows something to say.</summary>
    /// <inheritdoc cref="ISimulatedUser.Answer" path="/param"/>
    /// <inheritdoc cref="ISimulatedUser.Answer" path="/exception"/>
    public string Answer(Transcript transcript, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        if (transcript.Last is not { Speaker: Speaker.Agent } turn)
            throw new ArgumentException("The last turn must be the agent's.", nameof(transcript));
        cancellationToken.ThrowIfCancellationRequested();
        var answer = turn.Kind == TurnKind.Summary ? Judge(turn) : AnswerQuestion(turn.Text);
        return _persona switch
        {
            Persona.Hesitant when turn.Kind != TurnKind.Summary => Joined(_words.Say("hesitation"), answer),
            Persona.OverExplaining => Joined(answer, _words.Say("chatter")),
            Persona.Mistyping => TypingSlips.Apply(answer, _random),
            _ => answer,
        };
    }

    private string AnswerQuestion(string question)
    {
        var isBrief = _persona == Persona.Concise;
        if (QuestionIntent.AsksThings(question))
            return _persona == Persona.AllAtOnce ? Joined(_words.Things(), _words.Goal()) : _words.Things(isBrief: isBrief);
        if (QuestionIntent.AsksGoal(question))
        {
            return _persona == Persona.AllAtOnce && !_words.IsCount
                ? Joined(_words.Goal(), _words.WorthAgain())
                : _words.Goal(isBrief);
        }

        if (!question.Contains('“', StringComparison.Ordinal) && QuestionIntent.AsksRule(question)) return NextRules();
        if (QuestionIntent.AsksAmounts(question) && AmountsFor(question) is { } amounts) return amounts;
        return StatementFor(question) is { } statement ? _words.Whole(statement) : _words.Say("pass");
    }

    private string NextRules()
    {
        var first = NextRule();
        return _persona == Persona.AllAtOnce && _rules.Next() is { } second
            ? Joined(first ?? "", _words.Rule(second.Statement))
            : first ?? _words.Say("nothing-more");
    }

    private string? NextRule()
    {
        if (_rules.Next() is not var (statement, isCorrection)) return null;
        var said = _words.Rule(statement);
        return isCorrection && _persona == Persona.ChangingMind ? _words.Say("change", ("fact", said)) : said;
    }

    /// <summary>The amounts that a question is about: of the goal, or of the weighted sum it quotes.</summary>
    private string? AmountsFor(string question)
    {
        var best = Statements.OfType<Statement.WeightedSum>()
            .Select(sum => (Sum: sum, Score: Likeness(question, _words.Rule(sum), Known(sum, sum.Limit.Numbers))))
            .OrderByDescending(item => item.Score).FirstOrDefault();
        var isQuoted = question.Contains('“', StringComparison.Ordinal);
        if (best.Sum is not null && best.Score > 0 && isQuoted)
            return Faulty($"sum {Statements.IndexOf(best.Sum)}", () => _words.Needs(best.Sum, Style));
        if (isQuoted && StatementFor(question) is { } statement) return _words.Rule(statement);
        return _words.IsCount ? _words.Goal() : Faulty("goal", () => _words.Worth(Style));
    }

    /// <summary>Amounts, unless the persona does not tell them now.</summary>
    private string Faulty(string about, Func<string> amounts)
    {
        var isFirst = _passed.Add(about);
        return _persona switch
        {
            Persona.Hesitant when isFirst && _random.NextDouble() < PassShare => _words.Say("pass"),
            Persona.NotKnowing when about != "goal" && !_hasSeenSummary => _words.Say("pass"),
            Persona.AnsweringAnother when isFirst && _random.NextDouble() < OtherAnswerShare && NextRule() is { } other => other,
            _ => amounts(),
        };
    }

    /// <summary>Two messages in one where that is not too long; else the first.</summary>
    private static string Joined(string first, string second)
    {
        var joined = $"{first} {second}".Trim();
        return first.Length == 0 || MessageRules.Words(joined).Count() <= MessageRules.MostWords ? joined : first;
    }

    /// <summary>The statement that shares the most numbers and words with a question; null when none shares a number or a name.</summary>
    private Statement? StatementFor(string question)
    {
        var best = Statements
            .Select(statement => (
                Statement: statement,
                Score: Likeness(question, PlainSentence.Of(statement, _problem.Gold), Known(statement, statement.Numbers))))
            .OrderByDescending(item => item.Score).FirstOrDefault();
        return best.Score > 0 ? best.Statement : null;
    }

    /// <summary>The numbers by which a statement is recognised, one said wrong before among them.</summary>
    private IEnumerable<SourcedNumber> Known(Statement statement, IEnumerable<SourcedNumber> numbers) =>
        _rules.Slip is var (wrong, of) && ReferenceEquals(of, statement) ? numbers.Append(new SourcedNumber(wrong)) : numbers;

    private static double Likeness(string question, string said, IEnumerable<SourcedNumber> numbers)
    {
        var values = NoteReader.Numbers(question).Select(number => number.Value).ToList();
        var shared = numbers.Count(number => values.Exists(value => Math.Abs(value - number.Value) <= 1e-9 * Math.Abs(value)));
        var (left, right) = (NoteReader.Stems(question).ToHashSet(StringComparer.Ordinal), NoteReader.Stems(said).ToHashSet(StringComparer.Ordinal));
        var words = left.Count == 0 ? 0 : (double)left.Intersect(right).Count() / left.Union(right).Count();
        return values.Count > 0 && shared == 0 ? 0 : shared + words;
    }

    private string Judge(Turn summary)
    {
        _hasSeenSummary = true;
        if (summary.Formulation is not { } said) return SummaryNumbers.Of(_problem, summary.Text).Feedback(_words) ?? _words.Say("accept");
        var check = SummaryCheck.Of(_problem.Gold, said);
        if (check.IsRight) return _words.Say("accept");
        if (!check.AreThingsRight) return _words.Things("things-correction");
        if (!check.IsGoalRight)
        {
            var isAboutAmounts = said.Objective.Sense == _problem.Gold.Objective.Sense && !_words.IsCount;
            return _words.Say("wrong", ("fact", isAboutAmounts ? _words.WorthAgain() : _words.Goal()));
        }

        if (!check.Spurious.IsEmpty && check.Missing.IsEmpty) return _words.Say("wrong-rule", ("rule", PlainSentence.Of(check.Spurious[0], said)));
        if (check.Spurious.IsEmpty) return _words.Say("missing", ("fact", _words.Whole(check.Missing[0])));
        var missing = check.Missing[0];
        if (check.Spurious.FirstOrDefault(other => IsAbout(other, missing)) is { } other)
            return _words.Say("wrong", ("fact", WrongPart(missing, other)));
        return _words.Say("wrong-rule", ("rule", PlainSentence.Of(check.Spurious[0], said)));
    }

    private static bool IsAbout(Statement said, Statement right) => said.GetType() == right.GetType()
        || said.Numbers.Any(number => right.Numbers.Any(other => other.Value == number.Value));

    /// <summary>What is to be said again of a statement: of a weighted sum only the part that is wrong.</summary>
    private string WrongPart(Statement right, Statement said)
    {
        if (right is not Statement.WeightedSum one || said is not Statement.WeightedSum other) return _words.Whole(right);
        var isLimitRight = one.Limit.GetType() == other.Limit.GetType()
            && one.Limit.Numbers.Select(number => number.Value).SequenceEqual(other.Limit.Numbers.Select(number => number.Value));
        if (isLimitRight) return _words.Needs(one);
        return one.Terms.Select(term => term.Value).SequenceEqual(other.Terms.Select(term => term.Value)) ? _words.Rule(one) : _words.Whole(one);
    }
}
