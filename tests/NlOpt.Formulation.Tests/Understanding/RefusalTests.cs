using FluentAssertions;
using NlOpt.Modeling;
using NlOpt.Understanding;
using NlOpt.Understanding.Assembly;
using NlOpt.Understanding.Refusals;
using NlOpt.Understanding.Text;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class RefusalTests
{
    private const string Problem = "A baker makes buns and rolls. A bun takes 2 minutes, a roll takes 3 minutes. He has 240 minutes. A bun earns $1 and a roll $2. Maximize the profit.";

    private static IReadOnlyList<Diagnostic> Refuse(string text)
    {
        var source = new SourceText(new Source([.. text.Split("||")]));
        if (Refusal.Of(source) is { } refusal) return [refusal];
        var tokens = Tokenizer.Tokenize(source.Text);
        return Refusal.Of(source, tokens, QuantityReader.Read(tokens));
    }

    [Theory]
    [InlineData(Problem)]
    [InlineData("Profit: 20 a chair, 30 a table. 40 hours available; a chair takes 2 hours, a table 4. Maximize profit.")]
    [InlineData("Two shops open 8 hours a day. How many clerks does each need if a clerk serves 1,250 guests?")]
    [InlineData("Make gowns and suits (x1, x2 >= 0) in 3 sizes. Each gown uses 2.5 yards.\nEach suit uses 3 yards.\nThere are 90 yards. Use as few yards as possible.")]
    public void Told_problems_are_let_through(string text) => Refuse(text).Should().BeEmpty();

    [Theory]
    [InlineData("A bun earns $1 and a roll earns $2. A bun takes 2 minutes and a roll 3; 240 minutes are available.", false)]
    [InlineData("A van costs $40 a trip and carries 20 beds, a truck costs $70 and carries 50. At least 300 beds must be moved.", true)]
    public void What_is_wanted_may_be_implied_by_what_things_earn_or_cost(string text, bool isMinimization)
    {
        Refuse(text).Should().BeEmpty();
        var tokens = Tokenizer.Tokenize(text);
        ImpliedObjective.Of(tokens, QuantityReader.Read(tokens))!.IsMinimization.Should().Be(isMinimization);
        var problem = new EmbeddedReader().Formulate(Source.Of(text)).Value.Best;
        (problem.Objective.Sense == ObjectiveSense.Minimize).Should().Be(isMinimization);
        problem.Questions.Should().Contain(question => question.Slot == SlotKind.Sense, "nobody said it");
    }

    [Theory]
    [InlineData("Find the cheapest way to send 40 crates over a network of 5 nodes and 7 arcs.", "read.network")]
    [InlineData("Find the shortest path for a van that makes 12 stops and uses at most 40 litres.", "read.network")]
    [InlineData("Send 90 bikes at the lowest cost: $3 from Arden to Hull, $4 from Arden to Kent, $5 from Bray to Hull, $2 from Bray to Kent.", "read.network")]
    [InlineData("Minimize the cost of sending 30 tons: $3 from plant A to shop X, $4 from plant A to shop Y, $5 from plant B to shop X, $1 from plant B to shop Y.", "read.network")]
    [InlineData("Build boats at the lowest cost: 40 are due in month 1, 60 in month 2 and 75 in month 3.", "read.schedule")]
    [InlineData("Stools cost $4 to store, and the stock at the end of each month must be 20 or more. Minimize the cost of 400 stools.", "read.schedule")]
    [InlineData("At least 3 clerks are needed on Monday, 5 on Tuesday and 4 on Wednesday. Hire as few as possible.", "read.schedule")]
    [InlineData("Five jobs take 3, 4, 5, 6 and 9 hours on two machines. Minimize the makespan.", "read.schedule")]
    [InlineData("Painting takes 2 days and cannot start until the walls, which take 5 days, are dry. Finish as early as possible at the lowest cost.", "read.schedule")]
    [InlineData("The price of a lamp is $90 and falls by $2 with each lamp sold. A lamp costs $20. Maximize the profit.", "read.nonlinear")]
    [InlineData("The cost is 3 times the square of the number of lamps, and 5 lamps are needed. Minimize it.", "read.nonlinear")]
    [InlineData("A fence of 60 m surrounds a yard. Maximize the product of its length and width.", "read.nonlinear")]
    [InlineData("A fund holds 3 stocks and 4 bonds. Maximize the ratio of return to risk.", "read.nonlinear")]
    [InlineData("The yield decreases as more than 20 trees are planted on each acre. Maximize the harvest of 5 acres.", "read.nonlinear")]
    [InlineData("The following table shows how much 3 mills earn. Maximize the profit.", "read.table")]
    [InlineData("Let K be the set of mills, each with 3 saws. Maximize the profit of 20 boards.", "read.table")]
    public void Problems_of_another_kind_are_refused_with_the_kind_named(string text, string code)
    {
        var refusal = Refuse(text).Should().ContainSingle().Subject;
        refusal.Code.Should().Be(code);
        refusal.Remedy.Should().Contain(".lp");
    }

    [Theory]
    [InlineData("A trip from the depot to the farm takes 2 hours by van and 3 hours by cart.")]
    [InlineData("It moves from 3 to 5 crates from Hull to Kent.")]
    [InlineData("Each bun takes 4 square feet, each roll 2 square metres of a table.")]
    [InlineData("He bakes in the first month only, and rests on Sundays.")]
    [InlineData("The cost decreases by $3 when the oven is hot.")]
    [InlineData("He sells a product of the mill at the table below the window.")]
    [InlineData("Every roll increases the sugar by 3 grams.")]
    public void Ordinary_problems_are_no_other_kind(string sentence) => Refuse($"{Problem} {sentence}").Should().BeEmpty();

    [Theory]
    [InlineData("", "read.empty")]
    [InlineData(" \n\t ", "read.empty")]
    [InlineData("MZ\0\u0001\u0002 maximize profit 3", "read.not-text")]
    [InlineData("Maximize the \uFFFD\uFFFD profit of 3 chairs", "read.not-text")]
    [InlineData("Maximize the \ud800 profit of 3 chairs", "read.not-text")]
    [InlineData("?!*&^ ##@@ (((( 3 )))) %%%% ;;;; ====", "read.not-text")]
    [InlineData("Una fábrica produce sillas y mesas. Cada silla requiere 2 horas y cada mesa 3 horas. Hay 40 horas. Maximizar la ganancia de 20 euros.", "read.not-english")]
    [InlineData("Ein Bäcker macht 20 Brote und 30 Kuchen mit 100 kg Mehl und will seinen Gewinn maximieren.", "read.not-english")]
    [InlineData("We make chairs and tables and want to maximize the profit.", "read.no-numbers")]
    [InlineData("One of us wants to maximize the profit of each one.", "read.no-numbers")]
    [InlineData("We have 40 hours and make 3 chairs and at least 2 tables each day.", "read.no-objective")]
    [InlineData("The 7 dwarfs live in a house with 7 beds, and it is a small house.", "read.no-objective")]
    public void What_is_no_told_problem_is_refused(string text, string code)
    {
        var refusal = Refuse(text).Should().ContainSingle().Subject;
        refusal.Code.Should().Be(code);
        refusal.Severity.Should().Be(DiagnosticSeverity.Error);
        refusal.Remedy.Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("6 000")]
    [InlineData("6\u00A0000")]
    [InlineData("6\u2009000")]
    [InlineData("6\u202F000")]
    [InlineData("6'000")]
    [InlineData("6\u2019000")]
    [InlineData("12 500 000")]
    public void Thousands_set_apart_are_refused_rather_than_read_as_two_numbers(string number)
    {
        var refusal = Refuse(Problem.Replace("240", number, StringComparison.Ordinal)).Should().ContainSingle().Subject;
        refusal.Code.Should().Be("read.number");
        refusal.Message.Should().Contain($"“{number}”");
    }

    [Theory]
    [InlineData("In 2026 300 guests come.")]
    [InlineData("The shop's 3 '000' labels stay.")]
    [InlineData("Oven 20 is new. An old oven bakes 300 buns and Oven 20 400.")]
    public void Numbers_that_merely_follow_each_other_are_let_through(string sentence) => Refuse($"{Problem} {sentence}").Should().BeEmpty();

    [Fact]
    public void Very_long_texts_are_refused() =>
        Refuse(string.Concat(Enumerable.Repeat(Problem + "\n", 200))).Should().ContainSingle().Which.Code.Should().Be("read.too-long");

    [Theory]
    [InlineData("Maximize the profit.\n| item | hours |\n|---|---|\n| bun | 2 |\n| roll | 3 |", 2)]
    [InlineData("Maximize the profit of these.\n\nitem,hours,profit\nbun,2,5\nroll,3,7\nloaf,4,9\n", 4)]
    [InlineData("Maximize the profit of these.\nbun\t2\t5\nroll\t3\t7\n", 2)]
    [InlineData("Minimize the cost with these data:\nwheat    12   30\nbarley   15   25\noats     9    40\n", 2)]
    [InlineData("Minimize the cost given c = [3, 5, 2.5] and the demand.", 1)]
    [InlineData("Minimize the sum over all arcs of c_ij times the flow with 3 nodes and 5 arcs.", 1)]
    [InlineData("Choose amounts for i = 1,...,8 so that the total cost is as small as possible.", 1)]
    public void Tables_and_index_notation_are_refused_where_they_begin(string text, int line)
    {
        var refusal = Refuse(text).Should().ContainSingle().Subject;
        refusal.Code.Should().Be("read.table");
        refusal.Location!.Line.Should().Be(line);
    }

    [Fact]
    public void Long_item_lists_are_refused()
    {
        string List(int items) => "Maximize the value of what is packed; it may weigh 20 kg.\n" + string.Join('\n', Enumerable.Range(1, items).Select(item => $"- item called thing: {item} kg"));
        Refuse(List(9)).Should().ContainSingle().Which.Code.Should().Be("read.table");
        Refuse(List(4)).Should().BeEmpty();
    }

    [Fact]
    public void Too_many_numbers_are_refused() =>
        Refuse("Maximize the total: " + string.Concat(Enumerable.Range(1, 101).Select(item => $"thing {item} earns some money, "))).Should().ContainSingle()
            .Which.Code.Should().Be("read.table");

    [Theory]
    [InlineData("1e400", "1e400")]
    [InlineData("1E5", "1E5")]
    [InlineData("12,34.5", "12,34.5")]
    [InlineData("10,20,30", "10,20,30")]
    [InlineData("3,5", "3,5")]
    [InlineData("12.345,67", "12.345,67")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("-5", "-5")]
    [InlineData("3/0", "3/0")]
    [InlineData("2½", "2½")]
    [InlineData("٣", "٣")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    public void A_number_that_would_have_to_be_guessed_is_named(string number, string quote)
    {
        var refusal = Refuse($"A bun takes 2 minutes.\nThe oven holds {number} of them, and the profit should be maximized.").Should().ContainSingle().Subject;
        refusal.Code.Should().Be("read.number");
        refusal.Message.Should().Contain($"“{quote}”");
        refusal.Location.Should().Be(new DiagnosticLocation(2, 16));
    }

    [Theory]
    [InlineData("1,250.5")]
    [InlineData("$4,000")]
    [InlineData(".5")]
    [InlineData("1/2")]
    [InlineData("30%")]
    [InlineData("12-month")]
    [InlineData("40.")]
    public void Plain_numbers_are_let_through(string number) => Refuse($"{Problem} The oven holds {number} of it.").Should().BeEmpty();

    [Fact]
    public void Each_bad_number_is_named_and_the_message_of_a_dialogue_too()
    {
        var refusals = Refuse("Maximize the profit of buns, each takes 1e3 minutes.||There are 3,5 hours and 2.2.2 ovens.");
        refusals.Select(refusal => refusal.Location).Should().Equal(
            new DiagnosticLocation(1, 41, "message 1"), new DiagnosticLocation(1, 11, "message 2"), new DiagnosticLocation(1, 25, "message 2"));
    }
}
