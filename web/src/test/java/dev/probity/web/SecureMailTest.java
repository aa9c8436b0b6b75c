// SPDX-License-Identifier: Apache-2.0
package dev.probity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.probity.store.mail.State;
import dev.probity.web.mail.Post;
import dev.probity.web.mail.SmtpDelivery;
import dev.probity.web.mail.SmtpServer;
import dev.probity.web.mail.Undelivered;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import tools.jackson.databind.JsonNode;

/**
 * A mail server that is not this machine as far as anybody knows: nothing goes to it but encrypted,
 * to the one it was sent to, and with user and password.
 */
class SecureMailTest {
  /** Not the address that counts as this machine. */
  private static final String HOST = "127.0.0.2";

  private static final char[] STORE = "changeit".toCharArray();

  @TempDir static Path folder;
  private static MailServer right;
  private static MailServer other;
  private static MailServer open;
  private static SSLSocketFactory trusting;

  @BeforeAll
  static void start() throws Exception {
    KeyStore own = certificate("right", HOST);
    KeyStore others = certificate("other", "127.0.0.9");
    right = server(own);
    other = server(others);
    open = new MailServer(InetAddress.getByName(HOST), builder -> builder);
    open.up();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, STORE);
    trusted.setCertificateEntry("right", own.getCertificate("mail"));
    trusted.setCertificateEntry("other", others.getCertificate("mail"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    trusting = context.getSocketFactory();
  }

  @AfterAll
  static void stop() {
    right.close();
    other.close();
    open.close();
  }

  /** A certificate for this address, made by the JDK's own tool. */
  private static KeyStore certificate(String name, String address) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:" + address,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(STORE))
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes());
    assertEquals(0, tool.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE);
    }
    return store;
  }

  private static MailServer server(KeyStore certificate) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(certificate, STORE);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    EasyAuthenticationHandlerFactory known =
        new EasyAuthenticationHandlerFactory(
            (user, password, message) -> {
              if (!user.equals("probity") || !password.equals("open sesame"))
                throw new LoginFailedException();
            });
    MailServer server =
        new MailServer(
            InetAddress.getByName(HOST),
            builder ->
                builder
                    .startTlsSocketFactory(context)
                    .requireTLS()
                    .authenticationHandlerFactory(known)
                    .requireAuth());
    server.up();
    return server;
  }

  private static SmtpServer at(MailServer server, String password) {
    return SmtpServer.of("smtp://" + HOST + ":" + server.port, "probity", password).orElseThrow();
  }

  private static String refused(SmtpDelivery delivery) {
    Undelivered refused =
        assertThrows(Undelivered.class, () -> delivery.open("anna@mail.test").close());
    assertEquals(false, refused.forGood(), "kept, to be tried again");
    return refused.getMessage();
  }

  @Test
  void nothingIsHandedToWhoIsNotSure() throws Exception {
    String unreached = "the mail server cannot be reached";
    assertEquals(unreached, refused(new SmtpDelivery(at(right, "open sesame"))), "not trusted");
    assertEquals(
        unreached, refused(new SmtpDelivery(at(other, "open sesame"), trusting)), "another's name");
    assertEquals(
        unreached, refused(new SmtpDelivery(at(open, "open sesame"), trusting)), "not encrypted");
    assertEquals(
        "the mail server does not take user and password",
        refused(new SmtpDelivery(at(right, "wrong"), trusting)));
    new SmtpDelivery(at(right, "open sesame"), trusting).open("anna@mail.test").close();
  }

  @Test
  void whatWasRefusedIsKeptAndGoesOnceItIsSure() throws Exception {
    var keys = Served.keys(folder);
    JsonNode mail;
    try (Served served = served(keys, "unsure", new SmtpDelivery(at(right, "open sesame")))) {
      Mailer three = Mailer.at(served, "three");
      String anna = three.person("anna@mail.test", "{\"region\": \"US-TX\"}");
      mail = three.mail(anna, "communication.transactional", "Your order").json();
      while (!Files.readString(served.log).contains("PRB-W043"))
        assertEquals("queued", three.state(mail));
      assertEquals("queued", three.state(mail));
      assertEquals(0, right.to("anna@mail.test").size());
      assertTrue(
          three.entries().stream().noneMatch(e -> e.contains("mail-sent")), "nor is it said");
    }
    try (Served served =
        served(keys, "sure", new SmtpDelivery(at(right, "open sesame"), trusting))) {
      Mailer three = Mailer.at(served, "three");
      three.until(mail, State.SENT);
      assertEquals(1, right.to("anna@mail.test").size());
      assertEquals(1, three.entries().stream().filter(e -> e.contains("\"mail-sent\"")).count());
    }
  }

  private static Served served(
      dev.probity.vault.keys.KeyFolder keys, String name, SmtpDelivery delivery) {
    return new Served(folder, keys, name, new Post(delivery, "news@klangvik.test", ""));
  }
}
